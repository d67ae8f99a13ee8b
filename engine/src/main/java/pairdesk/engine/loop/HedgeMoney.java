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
 * Sets aside what the second leg will cost while only the first was sent, so that nothing else
 * spends it meanwhile. An order of the second leg brings its own reservation and takes over.
 */
final class HedgeMoney {
  private final Ledger ledger;
  private final Markets markets;
  private final ExecutionBook executions;
  private final Fees fees;
  private final Map<ExecutionId, Usd> held = new HashMap<>();

  HedgeMoney(Parts parts, Fees fees) {
    this.ledger = parts.ledger();
    this.markets = parts.markets();
    this.executions = parts.executions();
    this.fees = fees;
  }

  /**
   * @param wishes what is about to be sent
   */
  void look(Execution execution, List<OrderWish> wishes, Turn turn) {
    ExecutionId id = execution.id();
    Usd needed = needed(execution, wishes);
    if (needed.equals(held.getOrDefault(id, Usd.ZERO))) {
      return;
    }
    var key = new ClientOrderId("hedge-of-" + id.value());
    if (needed.isGreaterThan(Usd.ZERO)) {
      held.put(id, needed);
      ledger.reserve(key, second(execution.plan()).instrument(), needed, turn);
    } else {
      held.remove(id);
      ledger.release(key, turn);
    }
  }

  private Usd needed(Execution execution, List<OrderWish> wishes) {
    if (!isFollowed(execution.plan()) || execution.state() != ExecutionState.WORKING) {
      return Usd.ZERO;
    }
    List<LegBounds> legs = executions.bounds(execution);
    Quantity missing = legs.get(0).high().minusOrZero(legs.get(1).high());
    for (OrderWish wish : wishes) {
      if (wish.leg() == 1) {
        missing = missing.minusOrZero(wish.terms().quantity());
      }
    }
    return missing.isZero() ? Usd.ZERO : cost(second(execution.plan()), missing);
  }

  /** Whether the second leg is sent after the first. */
  private static boolean isFollowed(Plan plan) {
    return switch (plan) {
      case Plan.TakerTaker _ -> false;
      case Plan.Sequential _, Plan.MakerTaker _ -> true;
    };
  }

  private static PlanLeg second(Plan plan) {
    return plan.legs().get(1);
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
