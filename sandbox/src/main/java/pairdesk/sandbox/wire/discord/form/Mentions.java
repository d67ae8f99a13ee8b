package pairdesk.sandbox.wire.discord.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;

/** Who is called by {@code <@id>} in a text, as far as the sender allows it. */
final class Mentions {
  private static final Pattern USER = Pattern.compile("<@!?([0-9]{1,20})>");

  private Mentions() {}

  static List<Snowflake> in(String text, JsonNode allowed) {
    return USER.matcher(text)
        .results()
        .map(match -> match.group(1))
        .filter(id -> isAllowed(id, allowed))
        .flatMap(id -> Snowflake.parse(id).stream())
        .distinct()
        .toList();
  }

  private static boolean isAllowed(String id, JsonNode allowed) {
    return !allowed.isObject()
        || contains(allowed.path("parse"), "users")
        || contains(allowed.path("users"), id);
  }

  private static boolean contains(JsonNode list, String wanted) {
    return list.valueStream().anyMatch(entry -> entry.asText().equals(wanted));
  }
}
