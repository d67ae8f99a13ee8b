package pairdesk.venues.net;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSocket that comes back by itself. One virtual thread connects, hands every message to the
 * handler, and connects again after a pause that grows to 30 s while connections do not last.
 */
public final class VenueSocket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VenueSocket.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration LASTED = Duration.ofSeconds(10);

  private final Transport transport;
  private final Settings settings;
  private final Supplier<Map<String, String>> connectHeaders;
  private final Handler handler;
  private final InstantSource clock;
  private final Backoff backoff;
  private final AtomicReference<@Nullable SocketLink> link = new AtomicReference<>();
  private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
  private volatile boolean closing;

  /**
   * @param connectHeaders asked anew for every attempt, so that signatures are fresh
   * @throws IllegalArgumentException when the address is plain text to another machine
   */
  public VenueSocket(
      Transport transport,
      Settings settings,
      Supplier<Map<String, String>> connectHeaders,
      Handler handler,
      Chance chance) {
    this.transport = transport;
    this.settings = settings;
    this.connectHeaders = connectHeaders;
    this.handler = handler;
    this.clock = chance.clock();
    this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, chance.random());
  }

  /**
   * How one connection is kept alive.
   *
   * @param address {@code wss://…}, or {@code ws://} on this machine
   * @param heartbeat text that the venue answers, sent every {@code beatEvery}; so a stream that is
   *     connected but dead is noticed
   * @param idleLimit no message for this long ends the connection; longer than {@code beatEvery}
   */
  public record Settings(URI address, String heartbeat, Duration beatEvery, Duration idleLimit) {
    public Settings {
      Transport.checked(address, "wss");
      if (idleLimit.compareTo(beatEvery) <= 0) {
        throw new IllegalArgumentException("idle limit must be longer than the beat");
      }
    }
  }

  /** Told by the socket's thread, one call at a time. */
  public interface Handler {
    /** Connected: subscribe now, by {@link #send}. */
    void opened();

    /**
     * @throws VenueException when the message is not the documented one: the connection ends, and
     *     the next begins afresh
     */
    void received(String message);

    /** The connection ended, or could not be made; another attempt follows by itself. */
    void lost(String cause);
  }

  /** Connects now and keeps connected. */
  public void start() {
    Thread started =
        Thread.ofVirtual().name("socket-" + settings.address().getHost()).unstarted(this::run);
    if (!thread.compareAndSet(null, started)) {
      throw new IllegalStateException("socket started twice");
    }
    started.start();
  }

  /**
   * Sends a text. False when nothing is connected yet (the handler will be told when it is), or
   * when the connection takes no more, which then ends by itself.
   */
  public boolean send(String text) {
    SocketLink current = link.get();
    return current != null && current.send(text);
  }

  /** Ends this connection; the next one follows after the usual pause. */
  public void reconnect(String cause) {
    SocketLink current = link.get();
    if (current != null) {
      current.end(cause);
    }
  }

  @Override
  public void close() {
    closing = true;
    Thread running = thread.get();
    if (running != null) {
      running.interrupt();
    }
  }

  private void run() {
    try {
      while (!closing) {
        Instant began = clock.instant();
        String cause = live();
        handler.lost(cause);
        if (Duration.between(began, clock.instant()).compareTo(LASTED) >= 0) {
          backoff.reset();
        }
        Duration pause = backoff.next();
        LOG.atDebug()
            .addKeyValue("address", settings.address())
            .addKeyValue("cause", cause)
            .addKeyValue("pause", pause)
            .log("socket lost");
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      LOG.atDebug().addKeyValue("address", settings.address()).log("socket closed");
    } finally {
      if (!closing) {
        handler.lost("the thread of the socket ended");
      }
    }
  }

  /** One connection from its first byte to its end. */
  private String live() throws InterruptedException {
    var request = new Request.Builder().url(settings.address().toString());
    connectHeaders.get().forEach(request::header);
    try (var current = SocketLink.connect(transport, request.build(), settings)) {
      link.set(current);
      return current.pump(handler);
    } catch (VenueException e) {
      return "unreadable: " + Redactor.redact(String.valueOf(e.getMessage()));
    } finally {
      link.set(null);
    }
  }
}
