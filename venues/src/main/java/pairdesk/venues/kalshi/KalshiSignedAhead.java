package pairdesk.venues.kalshi;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Headers that were signed before their call. Each serves one call only, and only while it is
 * young: nobody has said that Kalshi takes the same signature twice.
 */
final class KalshiSignedAhead {
  /** For no call at all. */
  static final KalshiSignedAhead NEVER = new KalshiSignedAhead("", "");

  private static final long OLDEST_MILLIS = 1_500;
  private static final long RENEW_MILLIS = 500;

  private final String method;
  private final String path;
  private final AtomicReference<@Nullable Ready> ready = new AtomicReference<>();

  private record Ready(Map<String, String> headers, long atMillis) {}

  KalshiSignedAhead(String method, String path) {
    this.method = method;
    this.path = path;
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  Optional<Map<String, String>> take(String wantedMethod, String wantedPath, long nowMillis) {
    if (!wantedMethod.equals(method) || !wantedPath.equals(path)) {
      return Optional.empty();
    }
    Ready taken = ready.getAndSet(null);
    return taken != null && age(taken, nowMillis) <= OLDEST_MILLIS
        ? Optional.of(taken.headers())
        : Optional.empty();
  }

  boolean isWanted(long nowMillis) {
    Ready there = ready.get();
    return !method.isEmpty() && (there == null || age(there, nowMillis) > RENEW_MILLIS);
  }

  void put(Map<String, String> headers, long nowMillis) {
    ready.set(new Ready(headers, nowMillis));
  }

  /** A clock that was set back makes it old. */
  private static long age(Ready there, long nowMillis) {
    long age = nowMillis - there.atMillis();
    return age < 0 ? Long.MAX_VALUE : age;
  }
}
