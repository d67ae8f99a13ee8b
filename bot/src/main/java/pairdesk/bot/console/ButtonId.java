package pairdesk.bot.console;

import java.util.List;
import java.util.Optional;

/**
 * What a button means, written into the button itself: {@code v1:approve:42:9f3a}. Holds nothing
 * that a restart could lose.
 */
public record ButtonId(String action, List<String> arguments) {
  private static final String VERSION = "v1";
  private static final int LIMIT = 100;

  public ButtonId {
    arguments = List.copyOf(arguments);
    if (action.contains(":") || arguments.stream().anyMatch(a -> a.contains(":"))) {
      throw new IllegalArgumentException("a colon separates the parts: " + action + arguments);
    }
  }

  public static ButtonId of(String action, Object... arguments) {
    return new ButtonId(action, List.of(arguments).stream().map(Object::toString).toList());
  }

  /** Reads it back; empty when it is none of ours or of another version. */
  public static Optional<ButtonId> parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length < 2 || !parts[0].equals(VERSION)) {
      return Optional.empty();
    }
    return Optional.of(new ButtonId(parts[1], List.of(parts).subList(2, parts.length)));
  }

  /**
   * @throws IllegalStateException when it does not fit into Discord's 100 characters
   */
  public String text() {
    String text = VERSION + ":" + action;
    if (!arguments.isEmpty()) {
      text += ":" + String.join(":", arguments);
    }
    if (text.length() > LIMIT) {
      throw new IllegalStateException("button id too long: " + text);
    }
    return text;
  }
}
