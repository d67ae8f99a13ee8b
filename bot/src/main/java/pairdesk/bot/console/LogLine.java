package pairdesk.bot.console;

import java.time.Instant;

/**
 * One line of the program's log, without secrets.
 *
 * @param words what it says, with its values
 * @param whole as it stands in a log file, with where it comes from and what caused it
 */
public record LogLine(Instant at, Level level, String words, String whole) {

  /** How much it matters, least first. */
  public enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR
  }
}
