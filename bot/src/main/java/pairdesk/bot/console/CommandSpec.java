package pairdesk.bot.console;

import java.util.List;
import java.util.Map;
import pairdesk.bot.access.Role;

/**
 * What a slash command looks like, and who may use it.
 *
 * @param example shown by {@code /help}
 * @param audience who sees the answer where nothing else is typed
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

  /** Who sees the answer to what was typed. */
  Answer.Audience audience(Map<String, String> typed) {
    boolean offered = options.stream().map(Option::name).anyMatch(Option.PUBLIC::equals);
    boolean wanted = "true".equals(typed.get(Option.PUBLIC));
    return offered && wanted ? Answer.Audience.CHANNEL : audience;
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
