package pairdesk.sandbox.exchange;

import java.time.Duration;
import java.util.List;

/** A status that a trade reaches this long after the one before. */
public record TradeStep(TradeStatus status, Duration after) {

  /** How a trade usually settles. */
  public static List<TradeStep> usual() {
    return List.of(
        new TradeStep(TradeStatus.MINED, Duration.ofSeconds(2)),
        new TradeStep(TradeStatus.CONFIRMED, Duration.ofSeconds(3)));
  }
}
