package pairdesk.engine.strategy.crossvenue;

import java.time.Duration;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;

/**
 * What the cross-venue strategy looks for.
 *
 * @param minEdge net edge per dollar of payout, both legs taken; less is not reported
 * @param slippageBuffer set aside per dollar of payout for prices that move before orders arrive
 * @param maxBookAge older books are not looked at
 * @param maxShares largest bundle looked for
 */
public record CrossVenueSettings(
    Ratio minEdge, Ratio slippageBuffer, Duration maxBookAge, Quantity maxShares) {
  public static final CrossVenueSettings DEFAULTS =
      new CrossVenueSettings(
          Ratio.ofPercent(1), Ratio.ofBps(20), Duration.ofSeconds(5), Quantity.ofShares(10_000));

  public CrossVenueSettings {
    if (minEdge.bps() <= 0 || minEdge.compareTo(Ratio.ONE) >= 0) {
      throw new IllegalArgumentException("minimum edge must lie between 0 and 100 %: " + minEdge);
    }
    if (slippageBuffer.bps() < 0 || slippageBuffer.compareTo(Ratio.ONE) >= 0) {
      throw new IllegalArgumentException(
          "slippage buffer must lie between 0 and 100 %: " + slippageBuffer);
    }
    if (!maxBookAge.isPositive()) {
      throw new IllegalArgumentException("book age must be above zero: " + maxBookAge);
    }
    if (maxShares.isZero()) {
      throw new IllegalArgumentException("largest bundle must be above zero");
    }
  }
}
