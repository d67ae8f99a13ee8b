package pairdesk.benchmarks;

import java.util.concurrent.locks.LockSupport;

/** Steps at even distances, caught up when one was late. */
final class Pace {
  private final long distance;
  private long due = System.nanoTime();

  /**
   * @param distance in nanoseconds
   */
  Pace(long distance) {
    this.distance = distance;
  }

  /** Waits until the next step is due; false when the thread is to end. */
  boolean next() {
    due += distance;
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
    }
    return !Thread.currentThread().isInterrupted();
  }
}
