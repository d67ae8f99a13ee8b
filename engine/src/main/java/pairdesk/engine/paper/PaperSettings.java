package pairdesk.engine.paper;

import java.time.Duration;
import pairdesk.engine.opportunity.Fees;

/**
 * How strict the paper exchange is.
 *
 * @param latency between the decision to send and the moment whose book counts
 * @param maxBookAge a book that was confirmed longer ago proves nothing
 * @param fees what a fill is charged
 */
public record PaperSettings(Duration latency, Duration maxBookAge, Fees fees) {
  public static final PaperSettings DEFAULTS =
      new PaperSettings(Duration.ofMillis(50), Duration.ofSeconds(5), Fees.STANDARD);

  public PaperSettings {
    if (latency.isNegative()) {
      throw new IllegalArgumentException("a latency below zero: " + latency);
    }
  }
}
