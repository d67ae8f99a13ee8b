package pairdesk.venues.polymarket;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Transport;
import pairdesk.venues.net.VenueSocket;
import pairdesk.venues.polymarket.PolymarketWire.MarketMessage;

/** One connection of the market channel, and the tokens that it is subscribed to. */
final class PolymarketSocket implements VenueSocket.Handler, AutoCloseable {
  /** Larger sets were seen to be cut off by the venue. */
  static final int MOST_TOKENS = 200;

  private static final Logger LOG = LoggerFactory.getLogger(PolymarketSocket.class);
  private static final Duration BEAT = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final Listener listener;
  private final VenueSocket socket;
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile boolean open;

  /** Told by the socket's thread. */
  interface Listener {
    void message(MarketMessage message);

    /** A connection began or ended. */
    void changed(String cause);
  }

  PolymarketSocket(Transport transport, URI stream, Listener listener, Chance chance) {
    this.listener = listener;
    var settings = new VenueSocket.Settings(URI.create(stream + "/ws/market"), "PING", BEAT, IDLE);
    this.socket = new VenueSocket(transport, settings, Map::of, this, chance);
  }

  boolean isOpen() {
    return open;
  }

  /** Connects with the first tokens. */
  void subscribe(Collection<String> added) {
    tokens.addAll(added);
    if (started.compareAndSet(false, true)) {
      socket.start();
    } else {
      operation("subscribe", added);
    }
  }

  void unsubscribe(Collection<String> removed) {
    tokens.removeAll(removed);
    operation("unsubscribe", removed);
  }

  /** The stream is connected but does not tell what happens. */
  void reconnect(String cause) {
    socket.reconnect(cause);
  }

  private void operation(String name, Collection<String> ids) {
    if (open && !ids.isEmpty()) {
      socket.send(
          "{\"operation\":\"%s\",\"assets_ids\":%s,\"custom_feature_enabled\":true}"
              .formatted(name, list(ids)));
    }
  }

  @Override
  public void opened() {
    open = true;
    socket.send(
        "{\"assets_ids\":%s,\"type\":\"market\",\"custom_feature_enabled\":true}"
            .formatted(list(List.copyOf(tokens))));
    listener.changed("");
  }

  @Override
  public void received(String message) {
    if (message.equals("PONG") || message.isBlank()) {
      return;
    }
    for (MarketMessage part : MarketFrames.read(message)) {
      if (part instanceof PolymarketWire.Other(String type, boolean known) && !known) {
        LOG.atInfo().addKeyValue("type", type).log("market message of another kind");
      }
      listener.message(part);
    }
  }

  @Override
  public void lost(String cause) {
    open = false;
    listener.changed(cause);
  }

  private static String list(Collection<String> ids) {
    return ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  public void close() {
    socket.close();
  }
}
