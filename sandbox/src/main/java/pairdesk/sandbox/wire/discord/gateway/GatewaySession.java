package pairdesk.sandbox.wire.discord.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.protocol.Json;

/**
 * What the bot has identified for: its intents, its sequence numbers, and the events that it may
 * still ask for again.
 */
final class GatewaySession {
  private static final int EVENTS_KEPT = 2_000;

  private final String id;
  private final Intents intents;
  private final Deque<Numbered> kept = new ArrayDeque<>();
  private @Nullable Connection connection;
  private Instant leftAt = Instant.MAX;
  private long sequence;
  private String activity = "";

  private record Numbered(long sequence, ObjectNode frame) {}

  GatewaySession(String id, Intents intents, Connection connection) {
    this.id = id;
    this.intents = intents;
    this.connection = connection;
  }

  String id() {
    return id;
  }

  Intents intents() {
    return intents;
  }

  @Nullable Connection connection() {
    return connection;
  }

  String activity() {
    return activity;
  }

  void show(String text) {
    activity = text;
  }

  /** Numbers the event, keeps it for a resume, and sends it if the bot is there. */
  void dispatch(Dispatch dispatch, int times) {
    sequence++;
    ObjectNode frame = Json.object().put("op", 0).put("t", dispatch.name()).put("s", sequence);
    frame.set("d", dispatch.data());
    kept.addLast(new Numbered(sequence, frame));
    if (kept.size() > EVENTS_KEPT) {
      kept.removeFirst();
    }
    for (int i = 0; i < times && connection != null; i++) {
      connection.send(frame);
    }
  }

  /** Whether everything after this number is still here. */
  boolean canReplayAfter(long seen) {
    return seen <= sequence
        && (seen == sequence || (!kept.isEmpty() && kept.getFirst().sequence() <= seen + 1));
  }

  /** Continues on another connection: what was missed, then RESUMED. */
  void resume(Connection next, long seen) {
    connection = next;
    leftAt = Instant.MAX;
    kept.stream()
        .filter(event -> event.sequence() > seen)
        .forEach(event -> next.send(event.frame()));
    dispatch(new Dispatch("RESUMED", Json.object()), 1);
  }

  void leave(Instant now) {
    connection = null;
    leftAt = now;
  }

  boolean isGoneSince(Instant limit) {
    return connection == null && leftAt.isBefore(limit);
  }
}
