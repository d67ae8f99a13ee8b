package pairdesk.venues.net;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import pairdesk.venues.wire.Wire;

/**
 * The connections of one venue. Nothing below us may repeat or redirect a request, and plain text
 * goes to this machine only.
 */
public final class Transport implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<URI, Wire> wires = new ConcurrentHashMap<>();
  private final ClockOffset clockOffset = new ClockOffset();
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .dispatcher(new Dispatcher(threads))
          .protocols(List.of(Protocol.HTTP_1_1))
          .connectTimeout(CONNECT)
          .retryOnConnectionFailure(false)
          .followRedirects(false)
          .followSslRedirects(false)
          .addNetworkInterceptor(Transport::stopLate)
          .eventListener(new SendMarks())
          .build();

  /** The connections to this origin on which orders leave at once. */
  Wire wire(URI base) {
    return wires.computeIfAbsent(base.resolve("/"), Wire::new);
  }

  ClockOffset clockOffset() {
    return clockOffset;
  }

  /** The venue's clock less ours, by its answers so far. */
  public Duration venueAhead() {
    return clockOffset.estimate();
  }

  OkHttpClient client() {
    return client;
  }

  /**
   * Checks that an address is encrypted, or on this machine.
   *
   * @param secureScheme {@code https} or {@code wss}
   * @throws IllegalArgumentException when it is neither
   */
  public static URI checked(URI address, String secureScheme) {
    String plainScheme = secureScheme.substring(0, secureScheme.length() - 1);
    String host = address.getHost();
    boolean allowed =
        host != null
            && (secureScheme.equals(address.getScheme())
                || (plainScheme.equals(address.getScheme()) && LOOPBACK.contains(host)));
    if (!allowed) {
      throw new IllegalArgumentException(
          "want " + secureScheme + ", or " + plainScheme + " on this machine: " + address);
    }
    return address;
  }

  @Override
  public void close() {
    wires.values().forEach(Wire::close);
    client.dispatcher().cancelAll();
    threads.shutdown();
    client.connectionPool().evictAll();
  }

  /** The last place before the first byte: connecting may have taken its time. */
  private static Response stopLate(Interceptor.Chain chain) throws IOException {
    SendMark mark = chain.request().tag(SendMark.class);
    if (mark != null && mark.leaveBy().left().isZero()) {
      throw new IOException("too late to send");
    }
    return chain.proceed(chain.request());
  }

  /** Remembers on the call whether a byte of its request may have left. */
  private static final class SendMarks extends EventListener {
    @Override
    public void requestHeadersStart(Call call) {
      SendMark mark = call.request().tag(SendMark.class);
      if (mark != null) {
        mark.set();
      }
    }
  }
}
