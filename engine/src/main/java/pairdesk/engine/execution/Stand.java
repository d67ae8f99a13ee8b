package pairdesk.engine.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pairdesk.engine.execution.Execution.Surplus;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrder;

/**
 * How the legs of an execution stand. Everything is decided on this, never on single events.
 *
 * @param paying how many of the legs pay a dollar a share, whatever resolves
 */
public record Stand(List<LegStand> legs, int paying) {
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
    return new Stand(legs, plan.paying());
  }

  /** The leg that holds most; the first of several. */
  public LegStand lead() {
    LegStand lead = legs.getFirst();
    for (LegStand leg : legs) {
      lead = leg.held().isGreaterThan(lead.held()) ? leg : lead;
    }
    return lead;
  }

  /** Shares held by every leg: finished bundles. */
  public Quantity matched() {
    return held().stream().reduce(Quantity::min).orElseThrow();
  }

  /** Shares by which the legs differ at most: bundles that are not finished. */
  public Quantity residual() {
    return lead().held().minus(matched());
  }

  List<Quantity> held() {
    return legs.stream().map(LegStand::held).toList();
  }

  /** Shares of this leg without a counterpart: more than every leg holds. */
  Quantity over(int leg) {
    return legs.get(leg).held().minus(matched());
  }

  /** Shares of this leg that are missing: fewer than the leading leg holds. */
  Quantity missing(int leg) {
    return lead().held().minus(legs.get(leg).held());
  }

  /** Legs that hold shares without a counterpart. */
  List<Integer> leading() {
    return IntStream.range(0, legs.size()).filter(leg -> !over(leg).isZero()).boxed().toList();
  }

  /** Legs of which shares are missing. */
  List<Integer> lagging() {
    return IntStream.range(0, legs.size()).filter(leg -> !missing(leg).isZero()).boxed().toList();
  }

  /** What each leg holds without a counterpart. */
  public Surplus surplus() {
    return new Surplus(IntStream.range(0, legs.size()).mapToObj(this::over).toList());
  }

  /** Whether shares of this leg are not settled yet. */
  boolean isSettling(int leg) {
    return !legs.get(leg).bought().provisional().isZero();
  }

  /** For people: how many shares of what have no counterpart. */
  public String naked() {
    return leading().stream()
        .map(leg -> over(leg) + " shares of " + legs.get(leg).plan().instrument())
        .collect(Collectors.joining(" and "));
  }

  /**
   * The most that can be lost with what has no counterpart, at its legs' average cost: where the
   * missing outcome happens, as many of the legs as end worthless lose all of it, and the others
   * pay more than they cost.
   */
  public Usd exposed() {
    return IntStream.range(0, legs.size())
        .mapToObj(this::cost)
        .sorted(Comparator.reverseOrder())
        .limit(legs.size() - paying)
        .reduce(Usd.ZERO, Usd::plus);
  }

  private Usd cost(int leg) {
    LegStand.Traded bought = legs.get(leg).bought();
    return bought.quantity().isZero()
        ? Usd.ZERO
        : Usd.ofE6(
            Rounding.UP.multiplyDivide(
                bought.value().e6(), over(leg).e6(), bought.quantity().e6()));
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
    return legs.stream().map(leg -> leg.open().news()).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Payout of the finished bundles and what was sold, less everything paid. */
  public Usd realised() {
    Usd sum = payout(matched());
    for (LegStand leg : legs) {
      sum =
          sum.plus(leg.sold().value())
              .minus(leg.bought().value())
              .minus(leg.bought().fees())
              .minus(leg.sold().fees());
    }
    return sum;
  }

  /** What so many bundles pay. */
  private Usd payout(Quantity bundles) {
    return Usd.ofE6(Math.multiplyExact(bundles.e6(), paying));
  }
}
