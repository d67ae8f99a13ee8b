package pairdesk.bot.console;

import java.util.List;

/**
 * An option of a command.
 *
 * @param choices the only values allowed; empty for free input
 */
public record Option(
    Kind kind,
    String name,
    String description,
    boolean required,
    List<String> choices,
    Range range,
    boolean completes) {
  public Option {
    choices = List.copyOf(choices);
  }

  /** What may be typed. */
  public enum Kind {
    TEXT,
    WHOLE_NUMBER,
    YES_NO
  }

  /** Bounds of a whole number. */
  public record Range(long from, long to) {
    static final Range ANY = new Range(0, 1L << 53);
  }

  public static Option text(String name, String description) {
    return new Option(Kind.TEXT, name, description, false, List.of(), Range.ANY, false);
  }

  public static Option number(String name, String description, long from, long to) {
    return new Option(
        Kind.WHOLE_NUMBER, name, description, false, List.of(), new Range(from, to), false);
  }

  public static Option yesNo(String name, String description) {
    return new Option(Kind.YES_NO, name, description, false, List.of(), Range.ANY, false);
  }

  public static Option choice(String name, String description, String... choices) {
    return new Option(Kind.TEXT, name, description, false, List.of(choices), Range.ANY, false);
  }

  public Option must() {
    return new Option(kind, name, description, true, choices, range, completes);
  }

  /** With suggestions while the person types. */
  public Option completing() {
    return new Option(kind, name, description, required, choices, range, true);
  }
}
