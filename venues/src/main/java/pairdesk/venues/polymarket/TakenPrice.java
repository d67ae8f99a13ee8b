package pairdesk.venues.polymarket;

import java.util.Map;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Side;

/**
 * What a taker's fill at several prices came to: their average, cut in our favour to 1/10 000
 * dollar, and with the fee what that cut left out, so that the money is exact.
 *
 * <p>Example: 15 bought at 0.51 and 5 at 0.53 are 20 at 0.515; 1 at 0.51 and 2 at 0.52 are 3 at
 * 0.5166, and $0.0002 more go with the fee.
 *
 * @param average a purchase's rounded down, a sale's up
 * @param fee never negative
 */
record TakenPrice(Price average, Usd fee) {

  /**
   * @param parts quantity by price, at least one, none of them zero
   */
  static TakenPrice of(Side side, Map<Price, Quantity> parts, FeeSchedule schedule) {
    Rounding againstUs = side == Side.BUY ? Rounding.COST_AGAINST_US : Rounding.PROCEEDS_AGAINST_US;
    Quantity quantity = Quantity.ZERO;
    Usd amount = Usd.ZERO;
    Usd fee = Usd.ZERO;
    long exact = 0; // in 1/10 000 of a micro-dollar
    for (var part : parts.entrySet()) {
      Price price = part.getKey();
      quantity = quantity.plus(part.getValue());
      amount = amount.plus(Usd.of(price, part.getValue(), againstUs));
      fee = fee.plus(PolymarketFees.taker(schedule, part.getValue(), price));
      exact = Math.addExact(exact, Math.multiplyExact(price.e4(), part.getValue().e6()));
    }
    Price average = Price.ofE4(Math.toIntExact(average(side, exact, quantity.e6())));
    Usd atAverage = Usd.of(average, quantity, againstUs);
    Usd leftOut =
        switch (side) {
          case BUY -> amount.minus(atAverage);
          case SELL -> atAverage.minus(amount);
        };
    return new TakenPrice(average, fee.plus(leftOut));
  }

  private static long average(Side side, long exact, long quantity) {
    return switch (side) {
      case BUY -> Math.floorDiv(exact, quantity);
      case SELL -> Math.ceilDiv(exact, quantity);
    };
  }
}
