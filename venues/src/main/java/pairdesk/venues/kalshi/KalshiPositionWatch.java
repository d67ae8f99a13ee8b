package pairdesk.venues.kalshi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fills and positions come on channels without numbers, so a lost fill shows in nothing but a
 * position that changed without one. Used by the private stream's thread alone.
 */
final class KalshiPositionWatch {
  private static final Duration TOGETHER = Duration.ofSeconds(3);

  private final InstantSource clock;
  private final Map<String, Long> positions = new HashMap<>();
  private final Map<String, Instant> filled = new HashMap<>();
  private final Map<String, Instant> unexplained = new HashMap<>();

  KalshiPositionWatch(InstantSource clock) {
    this.clock = clock;
  }

  /** A new connection: what was before says nothing about what comes. */
  void restart() {
    positions.clear();
    filled.clear();
    unexplained.clear();
  }

  void fill(String ticker) {
    filled.put(ticker, clock.instant());
    unexplained.remove(ticker);
  }

  /** The first one of a market only tells where it stands. */
  void position(String ticker, long signedE6) {
    Long before = positions.put(ticker, signedE6);
    Instant now = clock.instant();
    Instant fill = filled.getOrDefault(ticker, Instant.EPOCH);
    boolean moved = before != null && before != signedE6;
    if (moved && fill.isBefore(now.minus(TOGETHER))) {
      unexplained.putIfAbsent(ticker, now);
    }
  }

  /** A market whose position changed a while ago without a fill; told once. */
  Optional<String> withoutFill() {
    Instant longAgo = clock.instant().minus(TOGETHER);
    Optional<String> found =
        unexplained.entrySet().stream()
            .filter(entry -> entry.getValue().isBefore(longAgo))
            .map(Map.Entry::getKey)
            .findFirst();
    found.ifPresent(unexplained::remove);
    return found;
  }
}
