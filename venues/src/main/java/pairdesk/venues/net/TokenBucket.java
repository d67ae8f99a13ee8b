package pairdesk.venues.net;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A rate budget that refills evenly. Counts in billionths of a token, so nothing is lost to
 * rounding. Safe for many threads.
 */
public final class TokenBucket {
  private static final long NANO = 1_000_000_000L;

  private final InstantSource clock;
  private long capacity;
  private long perSecond;
  private long available;
  private Instant filledAt;
  private Instant closedUntil = Instant.MIN;

  /**
   * Starts full.
   *
   * @param capacity tokens it holds at most
   * @param perSecond tokens that arrive in a second
   */
  public TokenBucket(InstantSource clock, int capacity, int perSecond) {
    check(capacity, perSecond);
    this.clock = clock;
    this.capacity = capacity * NANO;
    this.perSecond = perSecond;
    this.available = this.capacity;
    this.filledAt = clock.instant();
  }

  /**
   * Takes the tokens if this priority may have them now.
   *
   * @return zero when taken; otherwise how long to wait before asking again
   * @throws IllegalArgumentException when the cost can never be had
   */
  public synchronized Duration take(int cost, Priority priority) {
    Duration wait = until(cost, priority);
    if (wait.isZero()) {
      available -= cost * NANO;
    }
    return wait;
  }

  /**
   * How long this priority would have to wait for the tokens; zero when it may have them now.
   *
   * @throws IllegalArgumentException when the cost can never be had
   */
  public synchronized Duration until(int cost, Priority priority) {
    long needed = cost * NANO + capacity / 100 * priority.leavesPercent();
    if (cost <= 0 || needed > capacity) {
      throw new IllegalArgumentException(
          "cost " + cost + " at " + priority + " never fits " + capacity / NANO);
    }
    Instant now = clock.instant();
    refill(now);
    if (now.isBefore(closedUntil)) {
      return Duration.between(now, closedUntil);
    }
    return available >= needed
        ? Duration.ZERO
        : Duration.ofNanos(Math.ceilDiv(needed - available, perSecond));
  }

  /** What the venue published about this budget; tokens beyond the new capacity are lost. */
  public synchronized void resize(int tokens, int tokensPerSecond) {
    check(tokens, tokensPerSecond);
    refill(clock.instant());
    capacity = tokens * NANO;
    perSecond = tokensPerSecond;
    available = Math.min(available, capacity);
  }

  /** The venue counts this many left: ours are never more. */
  public synchronized void left(int tokens) {
    refill(clock.instant());
    available = Math.min(available, Math.max(0, tokens) * NANO);
  }

  /** The most that one call may cost at this priority. */
  public synchronized int most(Priority priority) {
    return Math.toIntExact((capacity - capacity / 100 * priority.leavesPercent()) / NANO);
  }

  /** The venue said "too many": nothing leaves for this long, and the budget starts empty. */
  public synchronized void refused(Duration wait) {
    Instant now = clock.instant();
    refill(now);
    available = 0;
    Instant until = now.plus(wait);
    if (until.isAfter(closedUntil)) {
      closedUntil = until;
    }
  }

  private static void check(int capacity, int perSecond) {
    if (capacity <= 0 || perSecond <= 0) {
      throw new IllegalArgumentException("token bucket " + capacity + " by " + perSecond);
    }
  }

  private void refill(Instant now) {
    if (now.isAfter(filledAt)) {
      long elapsed = Math.min(Duration.between(filledAt, now).toMillis(), 3_600_000) * 1_000_000;
      long missing = capacity - available;
      available += Math.min(missing, elapsed * perSecond);
      filledAt = filledAt.plusNanos(elapsed);
    }
  }
}
