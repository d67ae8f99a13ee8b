package pairdesk.engine.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import pairdesk.engine.execution.Execution;
import pairdesk.engine.execution.OrderWish;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.ClientOrderIds;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Side;
import pairdesk.engine.portfolio.LegBounds;
import pairdesk.engine.risk.BreakerFact;
import pairdesk.engine.risk.Clearance;
import pairdesk.engine.risk.OrderContext;
import pairdesk.engine.risk.OrderRequest;

/** Turns what an execution wants into intents, if the gate approves all of it. */
final class Submitter {
  private final LimitsInForce limits;
  private final Situation situation;
  private final ExecutionBook executions;
  private final Orders orders;
  private final Stops stops;
  private final Markets markets;
  private final String account;

  Submitter(LimitsInForce limits, Situation situation, Parts parts, String account) {
    this.limits = limits;
    this.situation = situation;
    this.executions = parts.executions();
    this.orders = parts.orders();
    this.stops = parts.stops();
    this.markets = parts.markets();
    this.account = account;
  }

  /** What the gate has against one of the orders. */
  record Refusal(OrderWish wish, Clearance.Denied denied) {}

  /**
   * Sends all of them or none; what the gate has against it.
   *
   * @param verdict rows that allow the entries of a new execution; empty when they are committed
   */
  Optional<Refusal> submit(
      Execution execution, List<OrderWish> wishes, List<JournalRecord> verdict, Turn turn) {
    boolean addsRisk = wishes.stream().anyMatch(wish -> wish.purpose().addsRisk());
    OrderContext context = addsRisk ? situation.entries(turn.now()) : situation.repairs(turn.now());
    var intents = new ArrayList<OrderIntent>();
    var purses = new HashMap<Purse, Usd>();
    for (OrderWish wish : wishes) {
      OrderIntent.Origin origin = origin(execution, wish);
      Instrument instrument = execution.plan().legs().get(wish.leg()).instrument();
      var purse = new Purse(instrument.venue(), markets.shard(instrument.market()));
      var request =
          new OrderRequest(
              origin,
              instrument,
              wish.terms(),
              legs(execution, wish),
              purses.getOrDefault(purse, Usd.ZERO),
              execution.origin().verdict());
      switch (limits.gate().approve(request, context)) {
        case Clearance.Denied denied -> {
          return Optional.of(new Refusal(wish, denied));
        }
        case Clearance.Granted(Approval approval) -> {
          purses.merge(purse, approval.reserved(), Usd::plus);
          intents.add(
              new OrderIntent(
                  ClientOrderIds.derive(account, origin),
                  origin,
                  instrument,
                  wish.terms(),
                  approval));
        }
      }
    }
    send(execution, intents, verdict, turn);
    return Optional.empty();
  }

  /** Cash that orders of one round share. */
  private record Purse(VenueId venue, int shard) {}

  private void send(
      Execution execution, List<OrderIntent> intents, List<JournalRecord> verdict, Turn turn) {
    var grounds = new ArrayList<>(verdict);
    for (ClientOrder order : orders.of(execution.id())) {
      order.fills().forEach(fill -> grounds.add(new JournalRecord.FillBooked(fill)));
    }
    for (OrderIntent intent : intents) {
      orders.intend(ClientOrder.intended(intent, execution.mode(), turn.now()), turn);
    }
    turn.ask(new Effect.Submit(execution.id(), execution.mode(), intents, grounds));
    int entries = (int) intents.stream().filter(i -> i.origin().purpose().addsRisk()).count();
    stops.on(
        new BreakerFact.OrdersSent(
            execution.id(), intents.size(), entries, execution.plan().orders()),
        turn);
  }

  private OrderIntent.Origin origin(Execution execution, OrderWish wish) {
    return new OrderIntent.Origin(
        execution.id(),
        wish.leg(),
        nextAttempt(execution.id(), wish),
        wish.purpose(),
        execution.origin().pair());
  }

  /**
   * One past the highest, not how many there are: an attempt that could not be committed leaves a
   * gap that a restart does not see.
   */
  private int nextAttempt(ExecutionId execution, OrderWish wish) {
    int next = 0;
    for (ClientOrder order : orders.of(execution)) {
      OrderIntent.Origin origin = order.intent().origin();
      if (origin.leg() == wish.leg() && origin.purpose() == wish.purpose()) {
        next = Math.max(next, origin.attempt() + 1);
      }
    }
    return next;
  }

  /** What its legs hold is asked of what takes risk away alone. */
  private OrderRequest.Legs legs(Execution execution, OrderWish wish) {
    if (wish.purpose().addsRisk()) {
      return OrderRequest.Legs.EMPTY;
    }
    LegBounds own = executions.bounds(execution).get(wish.leg());
    var bought = new HashMap<Integer, Quantity>();
    for (ClientOrder order : orders.of(execution.id())) {
      int leg = order.intent().origin().leg();
      if (leg != wish.leg() && order.side() == Side.BUY) {
        bought.merge(leg, order.filled().plus(order.voided()), Quantity::plus);
      }
    }
    Quantity other = bought.values().stream().reduce(Quantity.ZERO, Quantity::max);
    return new OrderRequest.Legs(own.high(), own.low(), other);
  }
}
