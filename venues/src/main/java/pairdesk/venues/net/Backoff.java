package pairdesk.venues.net;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits between attempts: doubling to a limit, each shortened at random by up to a half. */
public final class Backoff {
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration next;

  public Backoff(Duration first, Duration longest, RandomGenerator random) {
    if (!first.isPositive() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("back-off from " + first + " to " + longest);
    }
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.next = first;
  }

  /** How long to wait now; the next one is longer. */
  public Duration next() {
    long whole = next.toNanos();
    next = next.multipliedBy(2).compareTo(longest) < 0 ? next.multipliedBy(2) : longest;
    return Duration.ofNanos(whole - random.nextLong(whole / 2 + 1));
  }

  /** It went well: the next failure waits shortly again. */
  public void reset() {
    next = first;
  }
}
