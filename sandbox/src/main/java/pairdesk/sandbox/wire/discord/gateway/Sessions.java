package pairdesk.sandbox.wire.discord.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import pairdesk.sandbox.wire.discord.fault.Faults;
import pairdesk.sandbox.wire.discord.world.Bulletin;
import pairdesk.sandbox.wire.discord.world.Happening;

/**
 * The bot's sessions, connected or away; passes on what happens and tells people whether the bot is
 * there.
 */
public final class Sessions implements Consumer<Happening> {
  private static final Duration RESUMABLE = Duration.ofMinutes(10);

  private final Map<String, GatewaySession> sessions = new LinkedHashMap<>();
  private final Dispatches dispatches;
  private final Faults faults;
  private final InstantSource clock;
  private final Bulletin bulletin;

  Sessions(Dispatches dispatches, Faults faults, InstantSource clock, Bulletin bulletin) {
    this.dispatches = dispatches;
    this.faults = faults;
    this.clock = clock;
    this.bulletin = bulletin;
  }

  @Override
  public void accept(Happening happening) {
    for (GatewaySession session : sessions.values()) {
      dispatches
          .of(happening, session.intents())
          .ifPresent(dispatch -> session.dispatch(dispatch, faults.takeDuplicate() ? 2 : 1));
    }
  }

  void add(GatewaySession session, JsonNode presence) {
    sessions.put(session.id(), session);
    show(session, presence);
  }

  Optional<GatewaySession> find(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  Optional<GatewaySession> on(WsContext context) {
    return sessions.values().stream()
        .filter(session -> session.connection() != null && session.connection().carries(context))
        .findFirst();
  }

  /** Takes the text beside the bot's name from a presence. */
  void show(GatewaySession session, JsonNode presence) {
    JsonNode activity = presence.path("activities").path(0);
    session.show(activity.path("state").asText(activity.path("name").asText("")));
    tellPresence();
  }

  void leave(GatewaySession session, boolean forGood) {
    session.leave(clock.instant());
    if (forGood) {
      sessions.remove(session.id());
    }
    tellPresence();
  }

  void forget(GatewaySession session) {
    sessions.remove(session.id());
    tellPresence();
  }

  void tellPresence() {
    bulletin.tell(presence());
  }

  /** Whether the bot is connected, and what it says about itself. */
  public Happening.BotPresence presence() {
    return sessions.values().stream()
        .filter(session -> session.connection() != null)
        .findFirst()
        .map(session -> new Happening.BotPresence(true, session.activity()))
        .orElse(new Happening.BotPresence(false, ""));
  }

  /** Cuts every connection without a word. */
  public void drop() {
    connections().forEach(Connection::drop);
  }

  /** Asks every client to reconnect (op 7). */
  public void askToReconnect() {
    connections().forEach(connection -> connection.send(Frames.reconnect()));
  }

  /** Declares every session invalid (op 9); a session that cannot be resumed is gone. */
  public void invalidate(boolean resumable) {
    connections().forEach(connection -> connection.send(Frames.invalidSession(resumable)));
    if (!resumable) {
      sessions.clear();
      tellPresence();
    }
  }

  /** Closes connections without heartbeat and forgets sessions that nobody came back to. */
  public void sweep(Duration heartbeatInterval) {
    Instant now = clock.instant();
    connections().stream()
        .filter(
            connection -> connection.isSilentSince(now.minus(heartbeatInterval.multipliedBy(2))))
        .forEach(
            connection -> connection.close(CloseCode.SESSION_TIMED_OUT.number(), "no heartbeat"));
    sessions.values().removeIf(session -> session.isGoneSince(now.minus(RESUMABLE)));
  }

  private List<Connection> connections() {
    return sessions.values().stream()
        .flatMap(session -> Optional.ofNullable(session.connection()).stream())
        .toList();
  }
}
