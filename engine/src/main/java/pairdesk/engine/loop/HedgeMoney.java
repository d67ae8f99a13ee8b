package pairdesk.engine.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pairdesk.engine.execution.Execution;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.execution.OrderWish;
import pairdesk.engine.execution.Plan;
import pairdesk.engine.execution.PlanLeg;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill.Liquidity;
import pairdesk.engine.order.Side;
import pairdesk.engine.portfolio.LegBounds;

/**
 * Sets aside what the later legs will cost while only those before them were sent, so that nothing
 * else spends it meanwhile. An order of a later leg brings its own reservation and takes over.
 */
final class HedgeMoney {
  private final Ledger ledger;
  private final Markets markets;
  private final ExecutionBook executions;
  private final Fees fees;
  private final Map<Later, Usd> held = new HashMap<>();

  HedgeMoney(Parts parts, Fees fees) {
    this.ledger = parts.ledger();
    this.markets = parts.markets();
    this.executions = parts.executions();
    this.fees = fees;
  }

  /** A leg that is sent after the first. */
  private record Later(ExecutionId execution, int leg) {
    ClientOrderId key() {
      return new ClientOrderId("hedge-of-" + execution.value() + (leg == 1 ? "" : "-" + leg));
    }
  }

  /**
   * @param wishes what is about to be sent
   */
  void look(Execution execution, List<OrderWish> wishes, Turn turn) {
    List<PlanLeg> legs = execution.plan().legs();
    boolean follows = isFollowed(execution.plan()) && execution.state() == ExecutionState.WORKING;
    List<LegBounds> bounds = follows ? executions.bounds(execution) : List.of();
    Quantity before = follows ? bounds.getFirst().high() : Quantity.ZERO;
    for (int leg = 1; leg < legs.size(); leg++) {
      Quantity sent = follows ? sent(bounds.get(leg), leg, wishes) : Quantity.ZERO;
      Quantity missing = before.minusOrZero(sent);
      Usd needed = missing.isZero() ? Usd.ZERO : cost(legs.get(leg), missing);
      hold(new Later(execution.id(), leg), legs.get(leg), needed, turn);
      before = sent.isZero() ? before : before.min(sent);
    }
  }

  private void hold(Later later, PlanLeg leg, Usd needed, Turn turn) {
    if (needed.equals(held.getOrDefault(later, Usd.ZERO))) {
      return;
    }
    if (needed.isGreaterThan(Usd.ZERO)) {
      held.put(later, needed);
      ledger.reserve(later.key(), leg.instrument(), needed, turn);
    } else {
      held.remove(later);
      ledger.release(later.key(), turn);
    }
  }

  /** The most that a leg may hold, with what is about to be sent of it. */
  private static Quantity sent(LegBounds bounds, int leg, List<OrderWish> wishes) {
    return wishes.stream()
        .filter(wish -> wish.leg() == leg)
        .map(wish -> wish.terms().quantity())
        .reduce(bounds.high(), Quantity::plus);
  }

  /** Whether legs are sent after the first. */
  private static boolean isFollowed(Plan plan) {
    return switch (plan) {
      case Plan.Sweep sweep -> sweep.sending() == Plan.Sending.IN_TURN;
      case Plan.MakerTaker _ -> true;
    };
  }

  private Usd cost(PlanLeg leg, Quantity shares) {
    Optional<Market> market =
        markets.market(leg.instrument().market()).filter(m -> Fees.knows(m.terms().fees()));
    return market
        .map(m -> fees.estimate(m.terms().fees(), Liquidity.TAKER, Side.BUY, leg.worst(), shares))
        .map(fee -> fee.plus(Usd.of(leg.worst(), shares, Rounding.COST_AGAINST_US)))
        .orElse(Usd.ZERO);
  }
}
