package pairdesk.bot.console;

import java.util.Map;
import java.util.Optional;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.text.Texts;

/**
 * A command as a person typed it.
 *
 * @param role what the caller may do here
 */
public record Input(Caller caller, Role role, Map<String, String> options) {
  public Input {
    options = Map.copyOf(options);
  }

  /** What is said to the caller alone. */
  public Texts texts() {
    return caller.texts();
  }

  public Optional<String> text(String option) {
    return Optional.ofNullable(options.get(option)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /**
   * @throws BadInput when it is there and no whole number
   */
  public long number(String option, long otherwise) {
    Optional<String> text = text(option);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return Long.parseLong(text.get());
    } catch (NumberFormatException e) {
      throw BadInput.of(e, "option.wants.number", option, otherwise);
    }
  }

  public boolean yes(String option) {
    return text(option).map("true"::equals).orElse(false);
  }
}
