package pairdesk.matching.text;

import java.time.LocalDate;

/**
 * When a question is decided.
 *
 * @param last the last day that counts: "before May" ends on 30 April, "in 2025" on 31 December
 */
public record Window(Mode mode, LocalDate last, Origin origin) {

  /** How the date bounds the question. */
  public enum Mode {
    /** The state on that day: "on 31 December". */
    ON,
    /** Any time up to that day: "before May", "by 30 April". */
    BY,
    /** Any time, or the figure, of a month or year: "in August 2025". */
    WITHIN
  }

  /** Where the date was read: the headline counts more than a rule, a rule more than a code. */
  public enum Origin {
    HEADLINE,
    RULES,
    CODE
  }

  Window from(Origin where) {
    return new Window(mode, last, where);
  }

  /** As a person reads it. */
  public String label() {
    return switch (mode) {
      case ON -> "on " + last;
      case BY -> "until " + last;
      case WITHIN -> "in the period to " + last;
    };
  }
}
