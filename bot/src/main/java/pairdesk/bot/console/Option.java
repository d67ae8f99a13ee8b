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
  /** Name of the option of what is read that shows the answer to everybody in the channel. */
  public static final String PUBLIC = "public";

  /** Most characters of a free text. */
  public static final int TEXT_LIMIT = 200;

  public Option {
    choices = List.copyOf(choices);
  }

  /**
   * Discord checks what people type by the same description; this holds whoever asks.
   *
   * @throws BadInput when the value cannot be used
   */
  public void check(String value) {
    boolean usable =
        switch (kind) {
          case TEXT -> choices.isEmpty() ? value.length() <= TEXT_LIMIT : choices.contains(value);
          case WHOLE_NUMBER -> range.contains(value);
          case YES_NO -> value.equals("true") || value.equals("false");
        };
    if (!usable) {
      throw wanted();
    }
  }

  private BadInput wanted() {
    return switch (kind) {
      case TEXT ->
          choices.isEmpty()
              ? BadInput.of("option.wants.text", name, TEXT_LIMIT)
              : BadInput.of("option.wants.choice", name, String.join(", ", choices));
      case WHOLE_NUMBER -> BadInput.of("option.wants.range", name, range.from(), range.to());
      case YES_NO -> BadInput.of("option.wants.yesNo", name);
    };
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

    boolean contains(String value) {
      if (!value.matches("-?\\d{1,18}")) {
        return false;
      }
      long number = Long.parseLong(value);
      return from <= number && number <= to;
    }
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
