package pairdesk.bot.console;

import java.util.List;
import java.util.Map;
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

  /**
   * @throws BadInput when an option is missing, or its value cannot be used
   */
  void check(Map<String, String> typed) {
    for (Option option : options) {
      String value = typed.get(option.name());
      if (value != null) {
        option.check(value);
      } else if (option.required()) {
        throw BadInput.of("option.missing", option.name(), example);
      }
    }
  }
}
