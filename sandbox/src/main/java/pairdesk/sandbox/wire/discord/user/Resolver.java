package pairdesk.sandbox.wire.discord.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import pairdesk.sandbox.wire.discord.form.OptionType;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.render.GuildJson;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Guild;
import pairdesk.sandbox.wire.discord.world.Member;
import pairdesk.sandbox.wire.discord.world.Role;

/**
 * Finds members, roles and channels by id or name and collects them for the interaction's {@code
 * resolved}.
 */
final class Resolver {
  private final Guild guild;
  private final GuildJson json;
  private final ObjectNode resolved = Json.object();

  Resolver(Guild guild) {
    this.guild = guild;
    this.json = new GuildJson(guild);
  }

  /** What was found so far; empty when nothing was looked up. */
  ObjectNode resolved() {
    return resolved;
  }

  /** The id of what is meant. */
  JsonNode resolve(OptionType type, String field, String idOrName) {
    Optional<Snowflake> found =
        switch (type) {
          case USER -> user(idOrName);
          case CHANNEL -> channel(idOrName);
          case ROLE -> role(idOrName);
          case MENTIONABLE -> user(idOrName).or(() -> role(idOrName));
          case SUBCOMMAND, SUBCOMMAND_GROUP, STRING, INTEGER, BOOLEAN, NUMBER, ATTACHMENT ->
              Optional.empty();
        };
    return found
        .map(id -> TextNode.valueOf(id.toString()))
        .orElseThrow(() -> UserError.wrong(field, "no such " + type.label() + ": " + idOrName));
  }

  private Optional<Snowflake> user(String idOrName) {
    Optional<Member> member =
        Snowflake.parse(idOrName).flatMap(guild::member).or(() -> guild.memberNamed(idOrName));
    member.ifPresent(known -> {
      resolved.withObjectProperty("users").set(known.id().toString(), GuildJson.user(known));
      ObjectNode entry = json.member(known);
      entry.remove("user");
      entry.put("permissions", Long.toString(guild.permissions(known)));
      resolved.withObjectProperty("members").set(known.id().toString(), entry);
    });
    return member.map(Member::id);
  }

  private Optional<Snowflake> role(String idOrName) {
    Optional<Role> role =
        guild.roles().stream()
            .filter(candidate ->
                candidate.id().toString().equals(idOrName) || candidate.name().equals(idOrName))
            .findFirst();
    role.ifPresent(
        known -> resolved.withObjectProperty("roles").set(known.id().toString(), json.role(known)));
    return role.map(Role::id);
  }

  private Optional<Snowflake> channel(String idOrName) {
    Optional<Channel> channel = guild.channel(idOrName);
    channel.ifPresent(known ->
        resolved.withObjectProperty("channels").set(known.id().toString(), json.channel(known)));
    return channel.map(Channel::id);
  }
}
