package pairdesk.sandbox.wire.discord.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;

/** Fields of a request's body, each refused by its name when it is missing. */
record Fields(ObjectNode body) {

  String text(String name) {
    String text = body.path(name).asText("").trim();
    if (text.isEmpty()) {
      throw UserError.wrong(name, "is required");
    }
    return text;
  }

  Snowflake id(String name) {
    return Snowflake.parse(text(name)).orElseThrow(() -> UserError.wrong(name, "must be an id"));
  }

  /** An object, empty when absent. */
  JsonNode object(String name) {
    JsonNode value = body.path(name);
    if (Json.has(body, name) && !value.isObject()) {
      throw UserError.wrong(name, "must be an object");
    }
    return Json.has(body, name) ? value : Json.object();
  }

  /** A list, empty when absent. */
  JsonNode list(String name) {
    JsonNode value = body.path(name);
    if (Json.has(body, name) && !value.isArray()) {
      throw UserError.wrong(name, "must be a list");
    }
    return Json.has(body, name) ? value : Json.array();
  }
}
