package pairdesk.venues.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one origin that wait for an order. They are opened and kept in use by {@link
 * #use} alone: an order never waits for one. Safe for many threads.
 */
public final class Wire implements AutoCloseable {
  /** As many orders may leave for one venue at once; a further one takes another way. */
  public static final int LINES = 3;

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Origin origin;
  private final Supplier<SSLSocketFactory> tls;
  private final Limits limits = new Limits();

  /** The one that was used last comes first. */
  private final Deque<Line> waiting = new ArrayDeque<>();

  private final Set<Line> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Connects nothing yet. */
  public Wire(URI base) {
    this(base, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /**
   * @param tls whom it trusts
   */
  Wire(URI base, Supplier<SSLSocketFactory> tls) {
    this.origin = Origin.of(base);
    this.tls = tls;
  }

  /** Empty when the request is not one for a wire: too large, or not plain ASCII in its head. */
  public Optional<WireRequest> request(WireRequest.Asked asked) {
    return WireRequest.of(origin.named(), asked);
  }

  /** Whether it is worth while to ask for a line. */
  public boolean isWarm() {
    synchronized (waiting) {
      return !waiting.isEmpty();
    }
  }

  /** A line on which nothing stirs, now the caller's; empty when none waits. */
  public Optional<Line> take() {
    for (Line line = newest(); line != null; line = newest()) {
      if (line.isQuiet()) {
        return Optional.of(line);
      }
      discard(line);
    }
    return Optional.empty();
  }

  /**
   * Sends a reading on the line that has waited longest, or on a new one as long as fewer wait than
   * should. Blocking.
   *
   * @throws IOException when there is no whole answer within the limit
   */
  public WireAnswer use(WireRequest reading, Duration limit) throws IOException {
    long until = System.nanoTime() + limit.toNanos();
    Line line = next(limit);
    return line.write(reading).await(Duration.ofNanos(until - System.nanoTime()));
  }

  private Line next(Duration limit) throws IOException {
    for (int looked = 0; looked < LINES; looked++) {
      sound(oldest()).ifPresent(this::giveBack);
    }
    Optional<Line> line = missing() ? Optional.empty() : sound(oldest());
    return line.isPresent() ? line.get() : opened(limit);
  }

  private Optional<Line> sound(@Nullable Line line) {
    if (line == null || line.isQuiet()) {
      return Optional.ofNullable(line);
    }
    discard(line);
    return Optional.empty();
  }

  private boolean missing() {
    synchronized (waiting) {
      return waiting.size() < LINES;
    }
  }

  private @Nullable Line newest() {
    synchronized (waiting) {
      return waiting.pollFirst();
    }
  }

  private @Nullable Line oldest() {
    synchronized (waiting) {
      return waiting.pollLast();
    }
  }

  private Line opened(Duration limit) throws IOException {
    if (closed) {
      throw new InterruptedIOException("closed");
    }
    if (isBehindProxy()) {
      throw new IOException("behind a proxy");
    }
    Line line = Line.open(this, origin, tls, limit.compareTo(CONNECT) < 0 ? limit : CONNECT);
    open.add(line);
    if (closed) {
      discard(line);
    }
    return line;
  }

  /** OkHttp knows how to go through one. */
  private boolean isBehindProxy() {
    ProxySelector selector = ProxySelector.getDefault();
    return selector != null
        && selector.select(origin.address()).stream()
            .anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
  }

  void giveBack(Line line) {
    synchronized (waiting) {
      if (!closed && waiting.size() < LINES) {
        waiting.addFirst(line);
        return;
      }
    }
    discard(line);
  }

  void discard(Line line) {
    open.remove(line);
    line.close();
  }

  Limits limits() {
    return limits;
  }

  /** Whoever waits for an answer waits no longer. */
  @Override
  public void close() {
    closed = true;
    synchronized (waiting) {
      waiting.clear();
    }
    open.forEach(this::discard);
    limits.close();
  }
}
