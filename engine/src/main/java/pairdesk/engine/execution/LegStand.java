package pairdesk.engine.execution;

import java.time.Instant;
import java.util.Collection;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;

/** How one leg stands: the fold of all its orders. */
public record LegStand(
    PlanLeg plan, Traded bought, Traded sold, Open open, Refusals purchases, Refusals sales) {

  /**
   * Fills that stand, of one side.
   *
   * @param provisional the part of the quantity whose settlement is not certain
   * @param value dollars without fees
   * @param whole the newest order traded all that it was for
   */
  public record Traded(
      Quantity quantity, Quantity provisional, Usd value, Usd fees, boolean whole) {
    static final Traded NOTHING =
        new Traded(Quantity.ZERO, Quantity.ZERO, Usd.ZERO, Usd.ZERO, true);

    private Traded plus(ClientOrder order) {
      return new Traded(
          quantity.plus(order.filled()),
          provisional.plus(order.provisional()),
          value.plus(order.value()),
          fees.plus(order.fees()),
          !order.filled().plus(order.voided()).isLessThan(order.ordered()));
    }
  }

  /**
   * What is not decided yet.
   *
   * @param waiting an order may still report: nothing is decided before it has
   * @param unresolved an order may still fill, even if we go on without it
   * @param neverBuy a lost entry may turn up for ever: this leg is not bought again
   * @param cancelling what may still fill was asked to be cancelled
   * @param orders sent or about to be, of any purpose
   * @param news when one of them last changed; the epoch without orders
   */
  public record Open(
      boolean waiting,
      boolean unresolved,
      boolean neverBuy,
      boolean cancelling,
      int orders,
      Instant news) {
    static final Open NOTHING = new Open(false, false, false, false, 0, Instant.EPOCH);

    private Open plus(ClientOrder order, Certainty certainty) {
      boolean settled = order.isSettled();
      boolean lost = order.purpose() == Purpose.ENTRY && certainty.mayTurnUp(order);
      return new Open(
          waiting || (!settled && !certainty.isPresumedAbsent(order)),
          unresolved || !settled,
          neverBuy || lost,
          cancelling || (!settled && order.report().marks().cancelRequested()),
          orders + 1,
          news.isAfter(order.report().at()) ? news : order.report().at());
    }
  }

  static LegStand of(PlanLeg plan, Collection<ClientOrder> orders, Certainty certainty) {
    Traded bought = Traded.NOTHING;
    Traded sold = Traded.NOTHING;
    Open open = Open.NOTHING;
    for (ClientOrder order : orders) {
      if (order.side() == Side.BUY) {
        bought = bought.plus(order);
      } else {
        sold = sold.plus(order);
      }
      open = open.plus(order, certainty);
    }
    return new LegStand(
        plan, bought, sold, open, Refusals.of(Side.BUY, orders), Refusals.of(Side.SELL, orders));
  }

  /** Shares bought and not sold again, by best knowledge. */
  public Quantity held() {
    return bought.quantity().minusOrZero(sold.quantity());
  }

  /** When a purchase of it last filled, settled or was taken back; the epoch without any. */
  Instant settled() {
    return sales.settled();
  }

  /** Whether that was after a moment, as far as the clock was not set back since. */
  boolean hasSettledSince(Instant moment, Instant now) {
    return sales.hasSettledSince(moment, now);
  }

  /** Whether it is ruled out for ever to buy more of it. */
  boolean isBarred() {
    return open.neverBuy();
  }

  /** When the answer to an attempt that was made then was heard, if it was. */
  Instant answered(Instant attempt) {
    return open.news().isAfter(attempt) ? open.news() : attempt;
  }

  boolean mayBuy() {
    return !open.unresolved() && !open.neverBuy();
  }

  boolean maySell() {
    return !open.unresolved();
  }

  Refusals refusals(Side side) {
    return switch (side) {
      case BUY -> purchases;
      case SELL -> sales;
    };
  }

  ExecutionSnapshot.LegSnapshot snapshot() {
    return new ExecutionSnapshot.LegSnapshot(
        plan.instrument(),
        plan.worst(),
        bought.quantity(),
        sold.quantity().min(bought.quantity()),
        bought.provisional(),
        bought.value(),
        sold.value(),
        bought.fees().plus(sold.fees()));
  }
}
