package pairdesk.sandbox.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;

/** Quotes of the hidden participants: one order a level. */
final class Crowd {
  private final Floor floor;
  private final OrderDesk desk;

  Crowd(Floor floor, OrderDesk desk) {
    this.floor = floor;
    this.desk = desk;
  }

  /**
   * Replaces all quotes of the crowd in a market. What would cross a trader's order trades with it
   * first.
   */
  void quote(Market market, List<Level> bids, List<Level> asks) {
    if (!market.state.isTrading()) {
      return;
    }
    var standingBids = standing(market, Side.BUY);
    var standingAsks = standing(market, Side.SELL);
    retire(market, standingBids, bids);
    retire(market, standingAsks, asks);
    bids.forEach(level -> offer(market, Side.BUY, level, standingBids));
    asks.forEach(level -> offer(market, Side.SELL, level, standingAsks));
  }

  private static Map<Price, Order> standing(Market market, Side side) {
    return market
        .book
        .orders()
        .filter(o -> o.account().isCrowd() && o.terms().bookSide() == side)
        .collect(Collectors.toMap(o -> o.terms().bookPrice(), o -> o));
  }

  private void retire(Market market, Map<Price, Order> standing, List<Level> wanted) {
    var prices = wanted.stream().map(Level::price).toList();
    for (Order order : new ArrayList<>(standing.values())) {
      if (!prices.contains(order.terms().bookPrice())) {
        desk.end(market, order, CancelReason.USER);
      }
    }
  }

  private void offer(Market market, Side side, Level level, Map<Price, Order> standing) {
    Order there = standing.get(level.price());
    Quantity rests = there == null ? Quantity.ZERO : there.progress().remaining();
    if (there != null && rests.equals(level.quantity())) {
      return;
    }
    boolean alone = market.book.at(side, level.price()).equals(rests);
    if (there != null && (alone || level.quantity().isLessThan(rests))) {
      floor.rebook(market, there.resting(level.quantity(), floor.now()), true);
      return;
    }
    // A larger order goes behind the traders that wait at its price.
    if (there != null) {
      desk.end(market, there, CancelReason.USER);
    }
    var terms =
        new OrderTerms(
            market.spec.id(),
            Outcome.YES,
            side,
            level.price(),
            level.quantity(),
            new Lifetime.GoodTillCancelled(),
            OrderOptions.NONE);
    desk.place(AccountId.crowd(market.spec.id().venue()), OrderIds.client(""), terms);
  }
}
