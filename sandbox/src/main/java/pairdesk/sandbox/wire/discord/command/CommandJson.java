package pairdesk.sandbox.wire.discord.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import pairdesk.sandbox.wire.discord.command.CommandBook.Scope;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;

/** A command as Discord answers it, from what the bot sent. */
public record CommandJson(Snowflake applicationId, Snowflake guildId) {

  ObjectNode complete(ObjectNode body, Snowflake id, Snowflake version, Scope scope) {
    ObjectNode command = body.deepCopy();
    command.remove(
        command
            .propertyStream()
            .filter(entry -> entry.getValue().isNull())
            .map(Map.Entry::getKey)
            .toList());
    command
        .put("id", id.toString())
        .put("application_id", applicationId.toString())
        .put("version", version.toString())
        .put("type", body.path("type").asInt(1))
        .put("description", body.path("description").asText(""))
        .put("nsfw", body.path("nsfw").asBoolean(false));
    numbers(command, "contexts");
    numbers(command, "integration_types");
    if (scope == Scope.GUILD) {
      command.put("guild_id", guildId.toString());
    }
    if (Json.has(body, "default_member_permissions")) {
      command.put("default_member_permissions", body.get("default_member_permissions").asText());
    } else {
      command.putNull("default_member_permissions");
    }
    return command;
  }

  /** Clients write these numbers as text too; Discord answers with numbers. */
  private static void numbers(ObjectNode command, String field) {
    if (command.path(field).isArray()) {
      ArrayNode numbers = Json.array();
      command.get(field).forEach(entry -> numbers.add(entry.asInt()));
      command.set(field, numbers);
    }
  }
}
