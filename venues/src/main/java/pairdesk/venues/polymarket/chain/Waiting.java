package pairdesk.venues.polymarket.chain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.venues.net.VenueException;

/** Asks again and again until an outcome is final. */
final class Waiting {
  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

  private final InstantSource clock;
  private final Duration pause;

  Waiting(InstantSource clock, Duration pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * The final outcome, or the last one when the patience ends or the thread is told to end. A
   * question without an answer is asked again.
   */
  ChainOutcome until(Duration patience, Supplier<ChainOutcome> question) {
    Instant end = clock.instant().plus(patience);
    for (; ; ) {
      ChainOutcome outcome = once(question);
      if (outcome.isFinal() || !clock.instant().isBefore(end)) {
        return outcome;
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return outcome;
      }
    }
  }

  /** One answer; a question without an answer leaves the outcome open. */
  ChainOutcome once(Supplier<ChainOutcome> question) {
    try {
      return question.get();
    } catch (VenueException e) {
      LOG.atDebug().addKeyValue("reason", e.getMessage()).log("asking for an outcome again");
      return new ChainOutcome.Pending(String.valueOf(e.getMessage()));
    }
  }
}
