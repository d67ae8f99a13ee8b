package pairdesk.sandbox.wire.discord.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import pairdesk.sandbox.wire.discord.http.Call;
import pairdesk.sandbox.wire.discord.http.Reply;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.render.GuildJson;
import pairdesk.sandbox.wire.discord.world.Application;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Guild;
import pairdesk.sandbox.wire.discord.world.Permission;

/** Who the bot is, where the gateway is, and what the guild consists of. */
public final class GuildRoutes {
  private static final int IDENTIFIES_PER_DAY = 1000;

  private final Guild guild;
  private final GuildJson json;
  private final Application application;
  private final Supplier<String> gatewayUrl;

  public GuildRoutes(Guild guild, Application application, Supplier<String> gatewayUrl) {
    this.guild = guild;
    this.json = new GuildJson(guild);
    this.application = application;
    this.gatewayUrl = gatewayUrl;
  }

  public void register(BotRoutes routes) {
    routes.get("/users/@me", _ -> Reply.ok(me()));
    routes.get("/users/{user}", this::user);
    routes.get("/oauth2/applications/@me", _ -> Reply.ok(application()));
    routes.get("/applications/@me", _ -> Reply.ok(application()));
    routes.get("/applications/{application}/emojis", _ -> Reply.ok(emptyItems()));
    routes.get("/gateway", _ -> Reply.ok(Json.object().put("url", gatewayUrl.get())));
    routes.get("/gateway/bot", _ -> Reply.ok(gatewayForBots()));
    routes.get("/guilds/{guild}", this::guild);
    routes.get("/guilds/{guild}/roles", this::roles);
    routes.get("/guilds/{guild}/channels", this::channels);
    routes.get("/guilds/{guild}/members/{user}", this::member);
    routes.get("/channels/{channel}", this::channel);
  }

  private ObjectNode me() {
    return GuildJson.user(guild.bot())
        .put("mfa_enabled", true)
        .put("locale", "en-US")
        .put("verified", true);
  }

  private Reply user(Call call) {
    return Reply.ok(
        guild.member(call.id("user")).map(GuildJson::user).orElseThrow(ApiError::unknownUser));
  }

  private Reply member(Call call) {
    inGuild(call);
    return Reply.ok(
        guild.member(call.id("user")).map(json::member).orElseThrow(ApiError::unknownMember));
  }

  private Reply channel(Call call) {
    Channel channel = guild.channel(call.id("channel")).orElseThrow(ApiError::unknownChannel);
    guild.require(guild.bot(), channel, Permission.VIEW_CHANNEL);
    return Reply.ok(json.channel(channel));
  }

  private Reply guild(Call call) {
    inGuild(call);
    return Reply.ok(json.guild());
  }

  private Reply roles(Call call) {
    inGuild(call);
    return Reply.ok(Json.array(guild.roles().stream().map(json::role).toList()));
  }

  private Reply channels(Call call) {
    inGuild(call);
    return Reply.ok(Json.array(guild.channels().stream().map(json::channel).toList()));
  }

  private void inGuild(Call call) {
    if (!call.id("guild").equals(guild.id())) {
      throw ApiError.unknownGuild();
    }
  }

  private ObjectNode application() {
    ObjectNode node =
        Json.object()
            .put("id", application.id().toString())
            .put("name", guild.bot().displayName())
            .put("description", "The desk's console")
            .put("verify_key", "0".repeat(64))
            .put("flags", application.flags())
            .put("flags_new", Integer.toString(application.flags()))
            .put("bot_public", false)
            .put("bot_require_code_grant", false)
            .put("approximate_guild_count", 1)
            .put("approximate_user_install_count", 0)
            .put("approximate_user_authorization_count", 0)
            .put("explicit_content_filter", 0)
            .putNull("icon")
            .putNull("type")
            .putNull("team")
            .putNull("interactions_endpoint_url")
            .putNull("role_connections_verification_url");
    node.putArray("tags");
    node.putArray("redirect_uris");
    node.putArray("eligible_oauth2_scopes");
    node.set("owner", GuildJson.user(guild.members().getLast()));
    node.set("bot", GuildJson.user(guild.bot()));
    return node;
  }

  private ObjectNode gatewayForBots() {
    ObjectNode node = Json.object().put("url", gatewayUrl.get()).put("shards", 1);
    node.putObject("session_start_limit")
        .put("total", IDENTIFIES_PER_DAY)
        .put("remaining", IDENTIFIES_PER_DAY)
        .put("reset_after", 0)
        .put("max_concurrency", 1);
    return node;
  }

  private static ObjectNode emptyItems() {
    ObjectNode node = Json.object();
    node.putArray("items");
    return node;
  }
}
