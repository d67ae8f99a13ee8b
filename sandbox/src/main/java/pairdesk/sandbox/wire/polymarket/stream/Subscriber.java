package pairdesk.sandbox.wire.polymarket.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import pairdesk.sandbox.faults.FaultyStream;
import pairdesk.sandbox.wire.polymarket.http.Json;

/** One connection to the market channel. Used by the stream's thread alone. */
final class Subscriber {
  static final String CHANNEL = "market";

  private final FaultyStream stream;
  private final Set<String> assets = new HashSet<>();
  private boolean wantsExtras;

  Subscriber(FaultyStream stream) {
    this.stream = stream;
  }

  void add(Set<String> more) {
    assets.addAll(more);
  }

  void remove(Set<String> fewer) {
    assets.removeAll(fewer);
  }

  /** Asks for {@code best_bid_ask} and {@code market_resolved}, which are not sent unasked. */
  void enableExtras() {
    wantsExtras = true;
  }

  boolean wantsExtras() {
    return wantsExtras;
  }

  boolean follows(String asset) {
    return assets.contains(asset);
  }

  void send(ObjectNode frame) {
    stream.send(CHANNEL, frame.path("event_type").asText(), Json.write(frame));
  }

  void sendOpening(JsonNode books) {
    stream.send(CHANNEL, "book", Json.write(books));
  }

  void pong() {
    stream.send(CHANNEL, "pong", "PONG");
  }

  void close() {
    stream.close();
  }
}
