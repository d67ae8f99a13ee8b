package pairdesk.sandbox.wire.discord.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Locale;
import pairdesk.sandbox.wire.discord.form.OptionType;
import pairdesk.sandbox.wire.discord.protocol.Json;

/** Checks what a person typed for one option, as Discord's client does before it sends anything. */
final class OptionValue {
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1L << 53);
  private static final int LONGEST = 6000;

  private final Resolver resolver;

  OptionValue(Resolver resolver) {
    this.resolver = resolver;
  }

  /** The value as it is sent to the bot. */
  JsonNode check(JsonNode option, JsonNode typed) {
    String field = "options." + option.path("name").asText();
    OptionType type =
        OptionType.of(option).orElseThrow(() -> UserError.wrong(field, "of an unknown type"));
    return switch (type) {
      case STRING -> choice(option, field, text(option, field, typed));
      case INTEGER ->
          choice(option, field, LongNode.valueOf(whole(field, number(option, field, typed))));
      case NUMBER -> choice(option, field, DecimalNode.valueOf(number(option, field, typed)));
      case BOOLEAN -> truth(field, typed);
      case USER, CHANNEL, ROLE, MENTIONABLE -> resolver.resolve(type, field, typed.asText());
      case ATTACHMENT -> throw UserError.wrong(field, "files cannot be given here");
      case SUBCOMMAND, SUBCOMMAND_GROUP ->
          throw UserError.wrong(field, "belongs into the command's name");
    };
  }

  private static JsonNode text(JsonNode option, String field, JsonNode typed) {
    if (typed.isContainerNode() || typed.asText().isEmpty()) {
      throw UserError.wrong(field, "must be a text");
    }
    int length = typed.asText().length();
    int least = option.path("min_length").asInt(0);
    int most = option.path("max_length").asInt(LONGEST);
    if (length < least || length > most) {
      throw UserError.wrongLength(field, least, most);
    }
    return TextNode.valueOf(typed.asText());
  }

  private static BigDecimal number(JsonNode option, String field, JsonNode typed) {
    BigDecimal value;
    try {
      value = new BigDecimal(typed.asText().trim());
    } catch (NumberFormatException e) {
      throw UserError.wrong(field, "must be a number");
    }
    if (value.abs().compareTo(LARGEST) > 0) {
      throw UserError.wrong(field, "must be within 2^53");
    }
    if (Json.has(option, "min_value")
        && value.compareTo(option.get("min_value").decimalValue()) < 0) {
      throw UserError.wrong(field, "must be at least " + option.get("min_value").asText());
    }
    if (Json.has(option, "max_value")
        && value.compareTo(option.get("max_value").decimalValue()) > 0) {
      throw UserError.wrong(field, "must be at most " + option.get("max_value").asText());
    }
    return value;
  }

  private static long whole(String field, BigDecimal value) {
    try {
      return value.longValueExact();
    } catch (ArithmeticException e) {
      throw UserError.wrong(field, "must be a whole number");
    }
  }

  private static JsonNode truth(String field, JsonNode typed) {
    return switch (typed.asText().toLowerCase(Locale.ROOT)) {
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      default -> throw UserError.wrong(field, "must be true or false");
    };
  }

  /** With fixed choices, the value or the name of one of them. */
  private static JsonNode choice(JsonNode option, String field, JsonNode value) {
    if (option.path("choices").isEmpty()) {
      return value;
    }
    return option
        .path("choices")
        .valueStream()
        .filter(choice -> isMeant(choice, value))
        .findFirst()
        .map(choice -> choice.get("value"))
        .orElseThrow(() -> UserError.wrong(field, "must be one of " + names(option)));
  }

  private static boolean isMeant(JsonNode choice, JsonNode value) {
    return choice.path("value").asText().equals(value.asText())
        || choice.path("name").asText().equals(value.asText());
  }

  private static String names(JsonNode option) {
    return String.join(
        ", ",
        option.path("choices").valueStream().map(choice -> choice.path("name").asText()).toList());
  }
}
