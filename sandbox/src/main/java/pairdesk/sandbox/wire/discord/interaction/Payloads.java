package pairdesk.sandbox.wire.discord.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.render.GuildJson;
import pairdesk.sandbox.wire.discord.render.MessageJson;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Guild;
import pairdesk.sandbox.wire.discord.world.Message;

/** INTERACTION_CREATE as the bot receives it. */
public final class Payloads {
  private static final int ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024;
  private static final int GUILD_CONTEXT = 0;

  private final Guild guild;
  private final GuildJson guildJson;
  private final MessageJson messageJson;
  private final Snowflake applicationId;

  public Payloads(Guild guild, MessageJson messageJson, Snowflake applicationId) {
    this.guild = guild;
    this.guildJson = new GuildJson(guild);
    this.messageJson = messageJson;
    this.applicationId = applicationId;
  }

  ObjectNode of(Interaction interaction, ObjectNode data) {
    Channel channel = interaction.caller().channel();
    ObjectNode payload =
        Json.object()
            .put("id", interaction.id().toString())
            .put("application_id", applicationId.toString())
            .put("type", interaction.cause().type())
            .put("token", interaction.token())
            .put("version", 1)
            .put("guild_id", guild.id().toString())
            .put("channel_id", channel.id().toString())
            .put("locale", "en-US")
            .put("guild_locale", "en-US")
            .put("context", GUILD_CONTEXT)
            .put("attachment_size_limit", ATTACHMENT_SIZE_LIMIT)
            .put("app_permissions", Long.toString(guild.permissions(guild.bot(), channel)));
    payload.set("data", data);
    payload
        .putObject("guild")
        .put("id", guild.id().toString())
        .put("locale", "en-US")
        .putArray("features");
    payload.set("channel", channel(interaction.caller()));
    payload.set("member", member(interaction.caller()));
    payload.putArray("entitlements");
    payload.putObject("authorizing_integration_owners").put("0", guild.id().toString());
    @Nullable Message source = interaction.cause().source();
    if (source != null) {
      payload.set("message", messageJson.message(source, guild.bot()));
    }
    return payload;
  }

  private ObjectNode channel(Interaction.Caller caller) {
    return guildJson
        .channel(caller.channel())
        .put("permissions", Long.toString(guild.permissions(caller.member(), caller.channel())));
  }

  private ObjectNode member(Interaction.Caller caller) {
    return guildJson
        .member(caller.member())
        .put("permissions", Long.toString(guild.permissions(caller.member(), caller.channel())));
  }
}
