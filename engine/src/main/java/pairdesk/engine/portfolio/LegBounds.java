package pairdesk.engine.portfolio;

import java.util.List;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Side;

/**
 * How much one leg of an execution holds: at least, to our best knowledge, and at most.
 *
 * @param cost what a share of it costs at worst
 */
public record LegBounds(
    Instrument instrument, Quantity low, Quantity known, Quantity high, Price cost) {

  /** What was bought less what was sold again, each at its worst for the bound. */
  public static LegBounds of(Instrument instrument, Price cost, List<OrderBounds> orders) {
    Quantity low =
        total(orders, Side.BUY, Bound.LOW).minusOrZero(total(orders, Side.SELL, Bound.HIGH));
    Quantity known =
        total(orders, Side.BUY, Bound.KNOWN).minusOrZero(total(orders, Side.SELL, Bound.KNOWN));
    Quantity high =
        total(orders, Side.BUY, Bound.HIGH).minusOrZero(total(orders, Side.SELL, Bound.LOW));
    return new LegBounds(instrument, low, known, high, cost);
  }

  private enum Bound {
    LOW,
    KNOWN,
    HIGH
  }

  private static Quantity total(List<OrderBounds> orders, Side side, Bound bound) {
    Quantity sum = Quantity.ZERO;
    for (OrderBounds order : orders) {
      if (order.side() == side) {
        sum =
            sum.plus(
                switch (bound) {
                  case LOW -> order.low();
                  case KNOWN -> order.known();
                  case HIGH -> order.high();
                });
      }
    }
    return sum;
  }
}
