package pairdesk.venues.kalshi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * Headers that were signed before their calls: as many as the orders of one plan, and of another
 * that follows at once. Each serves one call only, and only while it is young: nobody has said that
 * Kalshi takes the same signature twice. Safe for many threads.
 */
final class KalshiSignedAhead {
  /** For no call at all. */
  static final KalshiSignedAhead NEVER = new KalshiSignedAhead("", "");

  static final int STOCK = 4;

  private static final long OLDEST_MILLIS = 1_500;
  private static final long RENEW_MILLIS = 500;

  private final String method;
  private final String path;

  /** Oldest first. */
  private final Deque<Ready> stock = new ArrayDeque<>(STOCK);

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

  synchronized Optional<Map<String, String>> take(
      String wantedMethod, String wantedPath, long nowMillis) {
    if (!wantedMethod.equals(method) || !wantedPath.equals(path)) {
      return Optional.empty();
    }
    stock.removeIf(ready -> age(ready, nowMillis) > OLDEST_MILLIS);
    return Optional.ofNullable(stock.pollFirst()).map(Ready::headers);
  }

  /** Whether one is missing, or the oldest is to be replaced. */
  synchronized boolean isWanted(long nowMillis) {
    return !method.isEmpty()
        && (stock.size() < STOCK
            || stock.stream().anyMatch(ready -> age(ready, nowMillis) > RENEW_MILLIS));
  }

  /** In the place of the oldest where there is none free. */
  synchronized void put(Map<String, String> headers, long nowMillis) {
    if (stock.size() == STOCK) {
      stock.removeFirst();
    }
    stock.addLast(new Ready(headers, nowMillis));
  }

  /** A clock that was set back makes it old. */
  private static long age(Ready there, long nowMillis) {
    long age = nowMillis - there.atMillis();
    return age < 0 ? Long.MAX_VALUE : age;
  }
}
