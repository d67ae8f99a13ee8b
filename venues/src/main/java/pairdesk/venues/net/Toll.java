package pairdesk.venues.net;

import java.time.Duration;

/**
 * What a call costs of which budget.
 *
 * @param cost tokens
 */
public record Toll(TokenBucket bucket, int cost, Priority priority) {

  /** Takes the tokens if they can be had at once. */
  boolean payNow() {
    return bucket.take(cost, priority).isZero();
  }

  /**
   * How long so many such calls would wait now. Of more than the budget ever holds, those that it
   * holds.
   */
  public Duration until(int calls) {
    int most = bucket.most(priority);
    return most < cost ? Duration.ZERO : bucket.until(Math.min(cost * calls, most), priority);
  }

  /**
   * Waits for the tokens.
   *
   * @return whether they were taken; false when they cannot be had before the deadline
   * @throws InterruptedException when the waiting thread is told to end
   */
  boolean pay(Deadline deadline) throws InterruptedException {
    for (; ; ) {
      Duration wait = bucket.take(cost, priority);
      if (wait.isZero()) {
        return true;
      }
      if (wait.compareTo(deadline.left()) >= 0) {
        return false;
      }
      Thread.sleep(wait);
    }
  }
}
