package pairdesk.sandbox.wire.kalshi;

import java.time.Duration;
import java.time.Instant;

/** Tokens that come back continuously. Safe from any thread. */
final class Bucket {
  private static final long NANOS = 1_000_000_000L;

  private final Limits.Budget budget;

  /** In tokens times nanoseconds, so that nothing is lost to rounding. */
  private long level;

  private Instant last;

  Bucket(Limits.Budget budget, Instant now) {
    this.budget = budget;
    this.level = budget.capacity() * NANOS;
    this.last = now;
  }

  /** Takes all of the cost or nothing. */
  synchronized boolean take(int cost, Instant now) {
    if (now.isAfter(last)) {
      long elapsed = Math.min(Duration.between(last, now).toNanos(), 60 * NANOS);
      level = Math.min(budget.capacity() * NANOS, level + elapsed * budget.perSecond());
    }
    last = now;
    if (level < cost * NANOS) {
      return false;
    }
    level -= cost * NANOS;
    return true;
  }
}
