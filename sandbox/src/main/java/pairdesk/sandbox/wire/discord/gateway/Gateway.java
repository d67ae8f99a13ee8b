package pairdesk.sandbox.wire.discord.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.fault.Faults;
import pairdesk.sandbox.wire.discord.http.Turn;
import pairdesk.sandbox.wire.discord.interaction.Tokens;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.render.GuildJson;
import pairdesk.sandbox.wire.discord.render.MessageJson;
import pairdesk.sandbox.wire.discord.world.Application;
import pairdesk.sandbox.wire.discord.world.Bulletin;
import pairdesk.sandbox.wire.discord.world.Guild;

/** The gateway's side of the conversation with the bot. */
public final class Gateway {
  private static final int NORMAL_CLOSE = 1000;
  private static final int GOING_AWAY = 1001;

  private final Map<String, Connection> greeted = new HashMap<>();
  private final Sessions sessions;
  private final Guild guild;
  private final Application application;
  private final Faults faults;
  private final Turn turn;
  private final Tokens tokens;
  private final Supplier<String> url;

  /** Where the gateway stands and who may enter. */
  public record Place(Guild guild, Application application, Supplier<String> url) {}

  public Gateway(
      Place place,
      MessageJson messageJson,
      Bulletin bulletin,
      Faults faults,
      Turn turn,
      Tokens tokens) {
    this.guild = place.guild();
    this.application = place.application();
    this.url = place.url();
    this.faults = faults;
    this.turn = turn;
    this.tokens = tokens;
    this.sessions =
        new Sessions(new Dispatches(guild, messageJson), faults, turn.clock(), bulletin);
    bulletin.listen(sessions);
  }

  public Sessions sessions() {
    return sessions;
  }

  public void configure(WsConfig socket) {
    socket.onConnect(context -> turn.run(() -> greet(context)));
    socket.onMessage(context -> turn.run(() -> receive(context, context.message())));
    socket.onBinaryMessage(
        context -> turn.run(() -> close(context, CloseCode.DECODE_ERROR, "text frames only")));
    socket.onClose(context -> turn.run(() -> closed(context, context.status())));
  }

  private void greet(WsContext context) {
    Connection connection = new Connection(context, turn.clock().instant());
    greeted.put(context.sessionId(), connection);
    connection.send(Frames.hello(faults.heartbeat()));
  }

  private void receive(WsContext context, String text) {
    Connection connection = greeted.get(context.sessionId());
    if (connection == null) {
      return;
    }
    if (!connection.countSend(turn.clock().instant())) {
      close(context, CloseCode.RATE_LIMITED, "more than 120 messages a minute");
      return;
    }
    @Nullable ObjectNode frame = read(text);
    if (frame == null) {
      close(context, CloseCode.DECODE_ERROR, "not a JSON object");
      return;
    }
    answer(context, connection, frame);
  }

  private void answer(WsContext context, Connection connection, ObjectNode frame) {
    JsonNode data = frame.path("d");
    switch (frame.path("op").asInt(-1)) {
      case Frames.HEARTBEAT -> heartbeat(connection);
      case Frames.IDENTIFY -> identify(context, connection, data);
      case Frames.RESUME -> resume(context, connection, data);
      case Frames.PRESENCE ->
          sessions
              .on(context)
              .ifPresentOrElse(
                  session -> sessions.show(session, data),
                  () -> close(context, CloseCode.NOT_AUTHENTICATED, "identify first"));
      default ->
          close(context, CloseCode.UNKNOWN_OPCODE, "unknown opcode " + frame.path("op").asText());
    }
  }

  private void heartbeat(Connection connection) {
    connection.beat(turn.clock().instant());
    if (!faults.takeMissedAcknowledgement()) {
      connection.send(Frames.acknowledgement());
    }
  }

  private void identify(WsContext context, Connection connection, JsonNode data) {
    Intents intents = new Intents(data.path("intents").asLong(-1));
    if (sessions.on(context).isPresent()) {
      close(context, CloseCode.ALREADY_AUTHENTICATED, "identified already");
    } else if (!application.token().equals(data.path("token").asText())) {
      close(context, CloseCode.AUTHENTICATION_FAILED, "Authentication failed.");
    } else if (!intents.isKnown()) {
      close(context, CloseCode.INVALID_INTENTS, "Invalid intent(s).");
    } else if (!intents.isGranted(application.privilegedIntents())) {
      close(context, CloseCode.DISALLOWED_INTENTS, "Disallowed intent(s).");
    } else {
      GatewaySession session = new GatewaySession(tokens.next(), intents, connection);
      sessions.add(session, data.path("presence"));
      session.dispatch(new Dispatch("READY", ready(session)), 1);
      if (intents.has(Intents.GUILDS)) {
        ObjectNode guildCreate =
            new GuildJson(guild).guildCreate(intents.has(Intents.GUILD_MEMBERS));
        session.dispatch(new Dispatch("GUILD_CREATE", guildCreate), 1);
      }
    }
  }

  private ObjectNode ready(GatewaySession session) {
    ObjectNode ready =
        Json.object()
            .put("v", 10)
            .put("session_id", session.id())
            .put("resume_gateway_url", url.get());
    ready.set("user", GuildJson.user(guild.bot()));
    ready.putArray("private_channels");
    ready.putArray("guilds").addObject().put("id", guild.id().toString()).put("unavailable", true);
    ready.putArray("shard").add(0).add(1);
    ready
        .putObject("application")
        .put("id", application.id().toString())
        .put("flags", application.flags());
    return ready;
  }

  private void resume(WsContext context, Connection connection, JsonNode data) {
    long seen = data.path("seq").asLong();
    Optional<GatewaySession> session = sessions.find(data.path("session_id").asText());
    if (!application.token().equals(data.path("token").asText())) {
      close(context, CloseCode.AUTHENTICATION_FAILED, "Authentication failed.");
    } else if (session.isPresent() && session.get().canReplayAfter(seen)) {
      session.get().resume(connection, seen);
      sessions.tellPresence();
    } else {
      session.ifPresent(sessions::forget);
      connection.send(Frames.invalidSession(false));
    }
  }

  private void closed(WsContext context, int code) {
    Optional.ofNullable(greeted.remove(context.sessionId())).ifPresent(Connection::release);
    boolean forGood = code == NORMAL_CLOSE || code == GOING_AWAY;
    sessions.on(context).ifPresent(session -> sessions.leave(session, forGood));
  }

  private void close(WsContext context, CloseCode code, String reason) {
    Optional.ofNullable(greeted.get(context.sessionId()))
        .ifPresent(connection -> connection.close(code.number(), reason));
  }

  private static @Nullable ObjectNode read(String text) {
    try {
      return Json.readObject(text);
    } catch (ApiError e) {
      return null;
    }
  }
}
