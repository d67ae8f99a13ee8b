package pairdesk.sandbox.wire.kalshi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;

/**
 * A market in a span of time: its best prices and what was traded, in the YES leg.
 *
 * @param bid zero where nobody bid
 * @param ask one where nobody offered
 * @param dealt null where nothing was traded
 * @param openInterest at the end
 */
record Candle(Extent bid, Extent ask, @Nullable Dealt dealt, Quantity openInterest) {

  /**
   * What was traded.
   *
   * @param worth the sum of price times quantity, in dollars
   */
  record Dealt(Extent price, Quantity volume, BigDecimal worth) {
    static Dealt of(Price price, Quantity quantity) {
      BigDecimal worth =
          BigDecimal.valueOf(price.e4(), 4).multiply(BigDecimal.valueOf(quantity.e6(), 6));
      return new Dealt(Extent.of(price), quantity, worth);
    }

    Dealt then(Dealt next) {
      return new Dealt(price.then(next.price), volume.plus(next.volume), worth.add(next.worth));
    }

    /** By contract, with four decimals. */
    BigDecimal mean() {
      return worth.divide(BigDecimal.valueOf(volume.e6(), 6), 4, RoundingMode.HALF_UP);
    }
  }

  /** With what came after it. */
  Candle then(Candle next) {
    return new Candle(
        bid.then(next.bid), ask.then(next.ask), then(dealt, next.dealt), next.openInterest);
  }

  private static @Nullable Dealt then(@Nullable Dealt first, @Nullable Dealt next) {
    if (first == null || next == null) {
      return first == null ? next : first;
    }
    return first.then(next);
  }

  /** A span after this one in which nothing happens. */
  Candle calm() {
    return new Candle(Extent.of(bid.close()), Extent.of(ask.close()), null, openInterest);
  }
}
