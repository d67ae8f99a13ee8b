package pairdesk.venues.kalshi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import pairdesk.venues.kalshi.KalshiWire.Message;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Slices;
import pairdesk.venues.net.Transport;
import pairdesk.venues.net.VenueSocket;

/** One signed connection to Kalshi's socket: commands out, messages in. */
final class KalshiSocket implements AutoCloseable {
  private static final String HEARTBEAT = "{\"id\":1,\"cmd\":\"list_subscriptions\"}";
  private static final Duration BEAT = Duration.ofSeconds(4);
  private static final Duration IDLE = Duration.ofSeconds(10);

  /** As many tickers as one command carries. */
  private static final int BATCH = 200;

  private final VenueSocket socket;
  private final AtomicLong ids = new AtomicLong(1);

  /** Told by the connection's thread. */
  interface Listener {
    /** Connected: subscriptions start from nothing. */
    void opened();

    void received(Message message);

    /** A level of a book changed. The frame is read before this returns: the next overwrites it. */
    default void changed(KalshiHotFrame frame) {}

    void lost(String cause);
  }

  /** Makes the connection for a listener, without connecting yet. */
  @FunctionalInterface
  interface Opener {
    KalshiSocket open(Listener listener);
  }

  KalshiSocket(
      Transport transport, URI address, KalshiSigner signer, Chance chance, Listener listener) {
    this.socket =
        new VenueSocket(
            transport,
            new VenueSocket.Settings(address, HEARTBEAT, BEAT, IDLE),
            () -> signer.headers("GET", address.getPath()),
            new Decoder(listener, new KalshiHotFrame()),
            chance);
  }

  void start() {
    socket.start();
  }

  void reconnect(String cause) {
    socket.reconnect(cause);
  }

  void subscribe(String... channels) {
    ObjectNode params = params();
    for (String channel : channels) {
      params.withArray("channels").add(channel);
    }
    send("subscribe", params);
  }

  /** A second subscription to a channel joins the first, and brings the new markets' snapshots. */
  void subscribe(String channel, Collection<String> tickers) {
    Slices.of(tickers, BATCH)
        .forEach(batch -> {
          ObjectNode params = withTickers(batch);
          params.withArray("channels").add(channel);
          send("subscribe", params);
        });
  }

  void snapshots(long sid, Collection<String> tickers) {
    update(sid, "get_snapshot", tickers);
  }

  void leave(long sid, Collection<String> tickers) {
    update(sid, "delete_markets", tickers);
  }

  @Override
  public void close() {
    socket.close();
  }

  private void update(long sid, String action, Collection<String> tickers) {
    Slices.of(tickers, BATCH)
        .forEach(batch -> {
          ObjectNode params = withTickers(batch);
          params.withArray("sids").add(sid);
          params.put("action", action);
          send("update_subscription", params);
        });
  }

  /** What is not taken is said again when the connection opens. */
  private void send(String command, ObjectNode params) {
    ObjectNode frame = JsonNodeFactory.instance.objectNode();
    frame.put("id", ids.incrementAndGet());
    frame.put("cmd", command);
    frame.set("params", params);
    boolean _ = socket.send(frame.toString());
  }

  private static ObjectNode withTickers(Collection<String> tickers) {
    ObjectNode params = params();
    tickers.forEach(params.withArray("market_tickers")::add);
    return params;
  }

  private static ObjectNode params() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** From text to messages: the frequent ones straight, the others by Jackson. */
  private record Decoder(Listener listener, KalshiHotFrame hot) implements VenueSocket.Handler {
    @Override
    public void opened() {
      listener.opened();
    }

    @Override
    public void received(String message) {
      if (hot.readDelta(message)) {
        listener.changed(hot);
        return;
      }
      Message snapshot = hot.readSnapshot(message);
      listener.received(snapshot == null ? KalshiCodec.message(message) : snapshot);
    }

    @Override
    public void lost(String cause) {
      listener.lost(cause);
    }
  }
}
