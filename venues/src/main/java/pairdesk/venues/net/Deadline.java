package pairdesk.venues.net;

import java.time.Duration;

/** A moment on the monotonic clock by which something must have ended. */
record Deadline(long atNanos) {
  static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime() + limit.toNanos());
  }

  /** Zero when it has passed. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, atNanos - System.nanoTime()));
  }

  Deadline earlier(Deadline other) {
    return atNanos - other.atNanos <= 0 ? this : other;
  }
}
