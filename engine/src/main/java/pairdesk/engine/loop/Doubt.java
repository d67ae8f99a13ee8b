package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far the search for one order has come.
 *
 * @param since what the times of the look-ups are counted from
 * @param asked look-ups that were due so far
 * @param misses complete reads that did not show it
 * @param missed when the last of them began; the epoch when there was none
 */
record Doubt(Instant since, int asked, int misses, Instant missed) {

  /**
   * Dense where a third miss lets the other leg go on (two to three seconds) and where it is a
   * proof (five seconds).
   */
  private static final List<Duration> FIRST =
      List.of(
          Duration.ofMillis(200),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofMillis(2_500),
          Duration.ofSeconds(3),
          Duration.ofSeconds(4),
          Duration.ofSeconds(5),
          Duration.ofSeconds(8));

  private static final Duration THEN = Duration.ofSeconds(10);

  static Doubt since(Instant moment) {
    return new Doubt(moment, 0, 0, Instant.EPOCH);
  }

  /** When it is to be looked up next. */
  Instant due() {
    return asked < FIRST.size()
        ? since.plus(FIRST.get(asked))
        : since.plus(FIRST.getLast()).plus(THEN.multipliedBy(asked - FIRST.size() + 1L));
  }

  /** It is looked up now: of several times that have passed, one read answers all. */
  Doubt askedAt(Instant now) {
    Doubt next = this;
    while (!now.isBefore(next.due())) {
      next = new Doubt(since, next.asked + 1, misses, missed);
    }
    return next;
  }

  Doubt missedAt(Instant asOf) {
    return new Doubt(since, asked, misses + 1, missed.isAfter(asOf) ? missed : asOf);
  }

  /** The venue has it: what was not seen before says nothing any more. */
  Doubt arrived() {
    return new Doubt(since, asked, 0, Instant.EPOCH);
  }
}
