package pairdesk.sandbox.wire.polymarket.clob;

import java.time.Duration;
import java.time.Instant;

/**
 * A budget of requests that refills continuously. Kept in thousandths of a token, so that a refill
 * per millisecond is exact.
 */
final class TokenBucket {
  private final int perSecond;
  private final long capacityMillis;
  private long levelMillis;
  private Instant filledAt;

  TokenBucket(int perSecond, int burst, Instant now) {
    this.perSecond = perSecond;
    this.capacityMillis = burst * 1_000L;
    this.levelMillis = capacityMillis;
    this.filledAt = now;
  }

  /** Takes all of them or none. */
  synchronized boolean take(int tokens, Instant now) {
    refill(now);
    if (levelMillis < tokens * 1_000L) {
      return false;
    }
    levelMillis -= tokens * 1_000L;
    return true;
  }

  /** Takes them afterwards, into debt where need be. */
  synchronized void charge(int tokens, Instant now) {
    refill(now);
    levelMillis -= tokens * 1_000L;
  }

  synchronized long remaining() {
    return Math.max(0, Math.floorDiv(levelMillis, 1_000L));
  }

  /** How long until so many tokens are there. */
  synchronized Duration until(int tokens) {
    long missing = Math.min(tokens * 1_000L, capacityMillis) - levelMillis;
    return Duration.ofMillis(Math.max(0, Math.ceilDiv(missing, perSecond)));
  }

  synchronized Duration untilFull() {
    return Duration.ofMillis(Math.max(0, Math.ceilDiv(capacityMillis - levelMillis, perSecond)));
  }

  private void refill(Instant now) {
    long elapsed = Math.max(0, Duration.between(filledAt, now).toMillis());
    levelMillis = Math.min(capacityMillis, levelMillis + elapsed * perSecond);
    filledAt = now.isBefore(filledAt) ? now : filledAt.plusMillis(elapsed);
  }
}
