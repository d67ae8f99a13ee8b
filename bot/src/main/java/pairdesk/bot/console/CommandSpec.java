package pairdesk.bot.console;

import java.util.List;
import pairdesk.bot.access.Role;

/**
 * What a slash command looks like, and who may use it.
 *
 * @param example shown by {@code /help}
 * @param audience who sees the answer
 */
public record CommandSpec(
    String name,
    String description,
    Role role,
    Answer.Audience audience,
    List<Option> options,
    String example) {
  public CommandSpec {
    options = List.copyOf(options);
  }
}
