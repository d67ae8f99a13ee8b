package pairdesk.engine.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pairdesk.engine.execution.Execution;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.execution.Plan;
import pairdesk.engine.execution.PlanLeg;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.journal.Recovered.StoredOrder;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;

/**
 * The executions that go on after a restart. Intents of both legs of a pair are committed before
 * the execution's own row is written, so a process may have died between the two: such an execution
 * is made up again from its orders. What is traded without a pair, or leg after leg, has its row
 * committed with its entries.
 */
final class RestoredExecutions {
  /** For a leg of which no order was written: it is not bought any more. */
  private static final Price LOWEST = Price.ofE4(1);

  private final Recovered recovered;

  RestoredExecutions(Recovered recovered) {
    this.recovered = recovered;
  }

  List<Execution> all() {
    var all = new ArrayList<Execution>();
    recovered.openExecutions().forEach(stored -> all.add(stored(stored)));
    orphans().forEach(all::add);
    return all;
  }

  private Execution stored(ExecutionSnapshot stored) {
    List<StoredOrder> orders =
        recovered.orders().stream()
            .filter(order -> order.intent().origin().execution().equals(stored.id()))
            .toList();
    List<OrderIntent> intents = orders.stream().map(StoredOrder::intent).toList();
    // its row was written and its intents were not: nothing was sent, it closes at once
    String verdict = intents.isEmpty() ? "" : intents.getFirst().approval().verdict();
    return reopened(Execution.restored(stored, verdict, intents), orders);
  }

  /**
   * It was closed, a fill that was taken back opened it again, and the process died after it had
   * committed the repair and before it had written that: what is not answered yet belongs to it.
   */
  private static Execution reopened(Execution stored, List<StoredOrder> orders) {
    return orders.stream()
        .filter(order -> stored.isClosed() && !order.state().isTerminal())
        .findFirst()
        .map(order ->
            stored.to(ExecutionState.UNEVEN, null, "a repair of it has no answer yet", order.at()))
        .orElse(stored);
  }

  private List<Execution> orphans() {
    Set<ExecutionId> known =
        recovered.openExecutions().stream().map(ExecutionSnapshot::id).collect(Collectors.toSet());
    var orphans = new TreeMap<ExecutionId, List<StoredOrder>>();
    for (StoredOrder order : recovered.orders()) {
      ExecutionId id = order.intent().origin().execution();
      if (!known.contains(id) && !order.state().isTerminal()) {
        orphans.computeIfAbsent(id, _ -> new ArrayList<>()).add(order);
      }
    }
    return orphans.values().stream().map(this::orphan).toList();
  }

  private Execution orphan(List<StoredOrder> orders) {
    StoredOrder first = orders.getFirst();
    PairId pair = first.intent().origin().pair();
    if (pair == null) {
      throw new IllegalStateException("an order of no pair: " + first.intent().id());
    }
    ExecutionId id = first.intent().origin().execution();
    var origin =
        new Execution.Origin(
            new OpportunityId(id.value()),
            CrossVenueStrategy.NAME,
            pair,
            first.intent().approval().verdict(),
            Usd.ZERO);
    var plan =
        new Plan.Sweep(
            first.intent().terms().quantity(), legs(orders, pair), 1, Plan.Sending.AT_ONCE);
    return Execution.working(id, origin, plan, first.mode(), first.at());
  }

  private List<PlanLeg> legs(List<StoredOrder> orders, PairId pair) {
    var legs = new TreeMap<Integer, PlanLeg>();
    for (StoredOrder order : orders) {
      // what came after the first order of a leg repairs it, at prices that were never planned
      legs.putIfAbsent(
          order.intent().origin().leg(),
          new PlanLeg(order.intent().instrument(), order.intent().terms().limit()));
    }
    if (legs.size() == 1) {
      Instrument other = other(legs.firstEntry().getValue().instrument(), pair);
      legs.put(1 - legs.firstKey(), new PlanLeg(other, LOWEST));
    }
    return List.copyOf(legs.values());
  }

  /** The instrument that a bundle holds beside this one. */
  private Instrument other(Instrument one, PairId id) {
    Pair pair =
        recovered.pairs().stream()
            .filter(p -> p.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the pair of an order is gone: " + id));
    return pair.hedge(one);
  }
}
