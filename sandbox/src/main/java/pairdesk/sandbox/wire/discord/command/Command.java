package pairdesk.sandbox.wire.discord.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.world.Permission;

/** A registered command; the JSON is what Discord would answer and is not changed. */
public record Command(Snowflake id, ObjectNode json) {
  private static final int CHAT_INPUT = 1;

  public String name() {
    return json.path("name").asText();
  }

  public boolean isSlashCommand() {
    return type() == CHAT_INPUT;
  }

  public JsonNode options() {
    return json.path("options");
  }

  /**
   * Whether members with these permission bits are offered the command: none wanted, all wanted
   * there, or 0 for admins.
   */
  public boolean isOfferedTo(long permissions) {
    if (!Json.has(json, "default_member_permissions")
        || (permissions & Permission.ADMINISTRATOR.bit()) != 0) {
      return true;
    }
    long wanted = json.path("default_member_permissions").asLong();
    return wanted != 0 && (permissions & wanted) == wanted;
  }

  boolean isSameCommand(Command other) {
    return name().equals(other.name()) && type() == other.type();
  }

  private int type() {
    return json.path("type").asInt();
  }
}
