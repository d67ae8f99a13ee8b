package pairdesk.sandbox.wire.discord.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Guild;
import pairdesk.sandbox.wire.discord.world.Member;
import pairdesk.sandbox.wire.discord.world.Role;

/** The guild and what stands still in it. */
public final class GuildJson {
  private static final int AFK_TIMEOUT_SECONDS = 300;

  private final Guild guild;

  public GuildJson(Guild guild) {
    this.guild = guild;
  }

  public static ObjectNode user(Member member) {
    ObjectNode user =
        Json.object()
            .put("id", member.id().toString())
            .put("username", member.name())
            .put("discriminator", member.bot() ? "0001" : "0")
            .put("global_name", member.bot() ? null : member.displayName())
            .put("public_flags", 0)
            .put("flags", 0)
            .putNull("avatar")
            .putNull("primary_guild");
    return member.bot() ? user.put("bot", true) : user;
  }

  public ObjectNode member(Member member) {
    ObjectNode node =
        Json.object()
            .put("joined_at", guild.created().toString())
            .put("deaf", false)
            .put("mute", false)
            .put("pending", false)
            .put("flags", 0)
            .putNull("nick")
            .putNull("avatar")
            .putNull("premium_since");
    node.set("user", user(member));
    node.set("roles", Json.ids(member.roleIds()));
    return node;
  }

  public ObjectNode role(Role role) {
    ObjectNode node =
        Json.object()
            .put("id", role.id().toString())
            .put("name", role.name())
            .put("position", role.position())
            .put("permissions", Long.toString(role.permissions()))
            .put("color", role.color())
            .put("hoist", true)
            .put("managed", false)
            .put("mentionable", false)
            .put("flags", 0)
            .putNull("icon")
            .putNull("unicode_emoji");
    node.putObject("colors")
        .put("primary_color", role.color())
        .putNull("secondary_color")
        .putNull("tertiary_color");
    return node;
  }

  public ObjectNode channel(Channel channel) {
    ObjectNode node =
        Json.object()
            .put("id", channel.id().toString())
            .put("guild_id", guild.id().toString())
            .put("type", 0)
            .put("name", channel.name())
            .put("topic", channel.topic())
            .put("position", channel.position())
            .put("rate_limit_per_user", 0)
            .put("nsfw", false)
            .put("flags", 0)
            .putNull("parent_id")
            .putNull("last_message_id");
    channel
        .overwrites()
        .forEach((roleId, overwrite) ->
            node.withArrayProperty("permission_overwrites")
                .addObject()
                .put("id", roleId.toString())
                .put("type", 0)
                .put("allow", Long.toString(overwrite.allow()))
                .put("deny", Long.toString(overwrite.deny())));
    return node;
  }

  /** The guild as {@code GET /guilds/{id}} gives it. */
  public ObjectNode guild() {
    ObjectNode node =
        Json.object()
            .put("id", guild.id().toString())
            .put("name", guild.name())
            .put("owner_id", ownerId())
            .put("afk_timeout", AFK_TIMEOUT_SECONDS)
            .put("verification_level", 0)
            .put("default_message_notifications", 1)
            .put("explicit_content_filter", 0)
            .put("mfa_level", 0)
            .put("nsfw_level", 0)
            .put("premium_tier", 0)
            .put("system_channel_flags", 0)
            .put("preferred_locale", "en-US")
            .put("max_members", 500_000)
            .putNull("icon")
            .putNull("description");
    node.putArray("features");
    node.putArray("emojis");
    node.putArray("stickers");
    node.set("roles", Json.array(guild.roles().stream().map(this::role).toList()));
    return node;
  }

  /**
   * The guild as the gateway introduces it; without the members intent the bot sees itself only.
   */
  public ObjectNode guildCreate(boolean withMembers) {
    ObjectNode node =
        guild()
            .put("joined_at", guild.created().toString())
            .put("large", false)
            .put("unavailable", false)
            .put("member_count", guild.members().size());
    node.set("channels", Json.array(guild.channels().stream().map(this::channel).toList()));
    node.set(
        "members",
        Json.array(
            guild.members().stream()
                .filter(m -> withMembers || m.equals(guild.bot()))
                .map(this::member)
                .toList()));
    for (String empty :
        new String[] {
          "threads",
          "voice_states",
          "presences",
          "guild_scheduled_events",
          "stage_instances",
          "soundboard_sounds"
        }) {
      node.putArray(empty);
    }
    return node;
  }

  private String ownerId() {
    return guild.members().getLast().id().toString();
  }
}
