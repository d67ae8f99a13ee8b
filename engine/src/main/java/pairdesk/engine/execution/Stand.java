package pairdesk.engine.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrder;

/** How both legs of an execution stand. Everything is decided on this, never on single events. */
public record Stand(List<LegStand> legs) {
  public Stand {
    legs = List.copyOf(legs);
  }

  /** The fold of all orders of the execution. */
  public static Stand of(Plan plan, Collection<ClientOrder> orders, Certainty certainty) {
    var legs = new ArrayList<LegStand>();
    for (int i = 0; i < plan.legs().size(); i++) {
      int leg = i;
      List<ClientOrder> own =
          orders.stream().filter(o -> o.intent().origin().leg() == leg).toList();
      legs.add(LegStand.of(plan.legs().get(i), own, certainty));
    }
    return new Stand(legs);
  }

  /** Index of the leg that holds more; the first when they are equal. */
  public int leading() {
    return legs.get(1).held().isGreaterThan(legs.get(0).held()) ? 1 : 0;
  }

  public LegStand lead() {
    return legs.get(leading());
  }

  public LegStand lag() {
    return legs.get(lagging());
  }

  int lagging() {
    return 1 - leading();
  }

  /** Shares held by both legs: finished bundles. */
  public Quantity matched() {
    return lag().held();
  }

  /** Shares of the leading leg without a counterpart. */
  public Quantity residual() {
    return lead().held().minus(lag().held());
  }

  /** What the residual cost, at the leading leg's average. */
  public Usd exposed() {
    Quantity bought = lead().bought().quantity();
    return bought.isZero()
        ? Usd.ZERO
        : Usd.ofE6(
            Rounding.UP.multiplyDivide(lead().bought().value().e6(), residual().e6(), bought.e6()));
  }

  boolean isWaiting() {
    return legs.stream().anyMatch(leg -> leg.open().waiting());
  }

  /** Something of it may still fill. */
  public boolean isUnresolved() {
    return legs.stream().anyMatch(leg -> leg.open().unresolved());
  }

  boolean hasBought() {
    return legs.stream().anyMatch(leg -> !leg.bought().quantity().isZero());
  }

  boolean hasSold() {
    return legs.stream().anyMatch(leg -> !leg.sold().quantity().isZero());
  }

  /** Whether the newest purchase of a leg did not get through, or was refused for long. */
  public boolean isRefused() {
    return legs.stream().anyMatch(leg -> leg.purchases().row() > 0);
  }

  /** Whether an order did not get through, or was refused for a reason that holds, since then. */
  boolean isRefusedSince(Instant moment) {
    return legs.stream()
        .anyMatch(leg -> leg.purchases().isSince(moment) || leg.sales().isSince(moment));
  }

  Instant news() {
    Instant first = legs.get(0).open().news();
    Instant second = legs.get(1).open().news();
    return first.isAfter(second) ? first : second;
  }

  /** Payout of the finished bundles and what was sold, less everything paid. */
  public Usd realised() {
    Usd sum = Usd.of(Price.ONE, matched(), Rounding.PROCEEDS_AGAINST_US);
    for (LegStand leg : legs) {
      sum =
          sum.plus(leg.sold().value())
              .minus(leg.bought().value())
              .minus(leg.bought().fees())
              .minus(leg.sold().fees());
    }
    return sum;
  }
}
