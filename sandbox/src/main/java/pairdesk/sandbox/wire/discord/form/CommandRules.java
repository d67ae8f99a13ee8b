package pairdesk.sandbox.wire.discord.form;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pairdesk.sandbox.wire.discord.protocol.Form;

/** Definitions of application commands: Discord's "Application commands", naming and limits. */
public final class CommandRules {
  private static final Pattern NAME = Pattern.compile("^[-_'\\p{L}\\p{N}]{1,32}$");
  private static final int NAME_LENGTH = 32;
  private static final int DESCRIPTION = 100;
  private static final int OPTIONS = 25;
  private static final int CHAT_INPUT = 1;
  private static final int MESSAGE = 3;
  private static final int TEXT_VALUE = 6000;
  private static final long NUMBER_VALUE = 1L << 53;

  private CommandRules() {}

  public static void check(Form command) {
    long type = command.at("type").integer(CHAT_INPUT, MESSAGE, CHAT_INPUT);
    if (type == CHAT_INPUT) {
      named(command);
      options(command.at("options"));
    } else {
      command.at("name").requiredText(NAME_LENGTH);
    }
    command.at("default_member_permissions").integer(0, Long.MAX_VALUE, 0);
  }

  private static void named(Form form) {
    String name = form.at("name").requiredText(NAME_LENGTH);
    if (!name.isEmpty()
        && (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT)))) {
      form.at("name").refuse("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
    form.at("description").requiredText(DESCRIPTION);
  }

  private static void options(Form options) {
    Set<String> names = new HashSet<>();
    boolean optionalSeen = false;
    for (Form option : options.items(0, OPTIONS)) {
      named(option);
      if (!names.add(option.at("name").node().asText())) {
        option
            .at("name")
            .refuse("APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option name is used twice");
      }
      boolean required = option.at("required").node().asBoolean(false);
      if (required && optionalSeen) {
        options.refuse(
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
            "Required options must be placed before optional options");
      }
      optionalSeen |= !required;
      option(option);
    }
  }

  private static void option(Form option) {
    Optional<OptionType> type = OptionType.of(option.node());
    if (type.isEmpty()) {
      option.at("type").refuse("BASE_TYPE_CHOICES", "Value must be one of 1 to 11.");
      return;
    }
    switch (type.get()) {
      case SUBCOMMAND, SUBCOMMAND_GROUP -> options(option.at("options"));
      case STRING -> {
        option.at("min_length").integer(0, TEXT_VALUE, 0);
        option.at("max_length").integer(1, TEXT_VALUE, TEXT_VALUE);
        choices(option);
      }
      case INTEGER, NUMBER -> {
        bound(option.at("min_value"));
        bound(option.at("max_value"));
        choices(option);
      }
      case BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, ATTACHMENT ->
          refuseChoices(option, List.of("choices", "autocomplete"));
    }
  }

  private static void choices(Form option) {
    ChoiceRules.check(option.at("choices"));
    if (option.at("autocomplete").node().asBoolean(false)
        && !option.at("choices").node().isEmpty()) {
      option
          .at("autocomplete")
          .refuse(
              "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES",
              "Autocomplete and choices exclude each other");
    }
  }

  private static void refuseChoices(Form option, List<String> fields) {
    for (String field : fields) {
      boolean used = option.at(field).node().asBoolean(false) || !option.at(field).node().isEmpty();
      if (used) {
        option
            .at(field)
            .refuse(
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Not possible for this type of option");
      }
    }
  }

  private static void bound(Form value) {
    if (value.present()
        && (!value.node().isNumber()
            || value.node().decimalValue().abs().longValue() > NUMBER_VALUE)) {
      value.refuse("NUMBER_TYPE_RANGE", "Must be a number of at most 2^53.");
    }
  }
}
