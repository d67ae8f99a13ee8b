package pairdesk.engine.execution;

import java.util.Collection;
import java.util.List;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;

/**
 * What stands of the fills of one leg.
 *
 * @param repairFees paid for purchases of what was missing
 */
record LegTrades(List<Fill> purchases, List<Fill> sales, Usd repairFees) {
  static LegTrades of(int leg, Collection<OrderFills> orders) {
    List<OrderFills> own = orders.stream().filter(o -> o.origin().leg() == leg).toList();
    Usd repairFees =
        own.stream()
            .filter(order -> order.origin().purpose() == Purpose.PATCH)
            .flatMap(order -> order.standing(Side.BUY).stream())
            .map(Fill::fee)
            .reduce(Usd.ZERO, Usd::plus);
    return new LegTrades(standing(own, Side.BUY), standing(own, Side.SELL), repairFees);
  }

  private static List<Fill> standing(List<OrderFills> orders, Side side) {
    return orders.stream().flatMap(order -> order.standing(side).stream()).toList();
  }

  Quantity bought() {
    return shares(purchases);
  }

  Quantity held() {
    return bought().minusOrZero(shares(sales));
  }

  /** What this leg lost beside its plan when so many shares of it have their counterpart. */
  Usd lost(Price worst, Quantity matched) {
    Usd lost = repairFees.plus(cost(held().minusOrZero(matched)));
    for (Fill bought : purchases) {
      if (bought.price().isGreaterThan(worst)) {
        var above = Price.ofE4(bought.price().e4() - worst.e4());
        lost = lost.plus(Usd.of(above, bought.quantity(), Rounding.COST_AGAINST_US));
      }
    }
    for (Fill sold : sales) {
      Usd brought =
          Usd.of(sold.price(), sold.quantity(), Rounding.PROCEEDS_AGAINST_US).minus(sold.fee());
      lost = lost.plus(cost(sold.quantity()).minus(brought).max(Usd.ZERO));
    }
    return lost;
  }

  /** What so many of its shares had cost on average, without fees. */
  private Usd cost(Quantity shares) {
    if (purchases.isEmpty()) {
      return Usd.ZERO;
    }
    Usd all = Usd.ZERO;
    for (Fill bought : purchases) {
      all = all.plus(Usd.of(bought.price(), bought.quantity(), Rounding.COST_AGAINST_US));
    }
    return Usd.ofE6(Rounding.UP.multiplyDivide(all.e6(), shares.e6(), bought().e6()));
  }

  private static Quantity shares(List<Fill> fills) {
    return fills.stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus);
  }
}
