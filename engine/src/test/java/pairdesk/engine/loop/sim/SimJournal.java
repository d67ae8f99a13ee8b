package pairdesk.engine.loop.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.market.Pair;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.risk.BreakerState;

/** A database in memory: keeps what is committed, forgets what was only in the process. */
final class SimJournal {
  private final Map<ClientOrderId, Recovered.StoredOrder> orders = new TreeMap<>();
  private final Map<ExecutionId, ExecutionSnapshot> executions = new TreeMap<>();
  private final Map<Fill.Key, Fill> fills = new HashMap<>();
  private final List<Fill.Key> order = new ArrayList<>();
  private final Map<String, CashPosition> cash = new TreeMap<>();
  private final Map<String, PnlDay> pnl = new TreeMap<>();
  private final Map<String, BreakerState> breakers = new TreeMap<>();
  private Controls controls = new Controls(Mode.LIVE, false, "");
  private Usd highWater = Usd.ZERO;

  void commit(Effect.Submit submit, Function<OrderIntent, String> venueKey, Instant now) {
    submit.grounds().forEach(this::write);
    for (OrderIntent intent : submit.intents()) {
      var ref = new OrderRef(intent.id(), intent.instrument(), venueKey.apply(intent), null, now);
      orders.put(
          intent.id(),
          new Recovered.StoredOrder(
              intent, submit.mode(), ref, OrderState.INTENDED, Quantity.ZERO, now));
    }
  }

  void write(JournalRecord row) {
    switch (row) {
      case JournalRecord.ExecutionChanged r -> executions.put(r.execution().id(), r.execution());
      case JournalRecord.OrderMoved r -> move(r);
      case JournalRecord.FillBooked r -> book(r.fill());
      case JournalRecord.CashChanged r ->
          cash.put(r.cash().venue() + "/" + r.cash().shard(), r.cash());
      case JournalRecord.PnlChanged r ->
          pnl.put(
              r.day().day() + "/" + r.day().venue() + "/" + r.day().strategy() + r.day().pair(),
              r.day());
      case JournalRecord.HighWaterChanged r -> highWater = r.equity();
      case JournalRecord.BreakerTripped r -> breakers.put(r.breaker().name(), r.breaker());
      case JournalRecord.BreakerReset r -> breakers.remove(r.name());
      case JournalRecord.ControlChanged r -> controls = r.controls();
      case JournalRecord.OpportunityFound _,
          JournalRecord.VerdictGiven _,
          JournalRecord.PositionChanged _,
          JournalRecord.PayoutBooked _,
          JournalRecord.PairChanged _,
          JournalRecord.Reconciled _ -> {}
    }
  }

  /** What the next process reads: the table of moves is checked as the database would. */
  Recovered recovered(Pair pair) {
    var open = executions.values().stream().filter(this::goesOn).toList();
    var openIds = open.stream().map(ExecutionSnapshot::id).toList();
    var known =
        orders.values().stream()
            .filter(
                o -> !o.state().isTerminal() || openIds.contains(o.intent().origin().execution()))
            .toList();
    return new Recovered(
        controls,
        List.of(pair),
        open,
        known,
        order.stream().map(fills::get).map(Objects::requireNonNull).toList(),
        List.of(),
        new Recovered.Money(List.copyOf(cash.values()), List.copyOf(pnl.values()), highWater),
        List.copyOf(breakers.values()));
  }

  /** Not closed, or with a fill that may still be taken back. */
  private boolean goesOn(ExecutionSnapshot execution) {
    return !execution.state().isClosed()
        || fills.values().stream()
            .filter(fill -> fill.status() == FillStatus.PROVISIONAL)
            .anyMatch(fill -> isOf(fill, execution.id()));
  }

  private boolean isOf(Fill fill, ExecutionId execution) {
    Recovered.StoredOrder of = fill.order() == null ? null : orders.get(fill.order());
    return of != null && of.intent().origin().execution().equals(execution);
  }

  private void move(JournalRecord.OrderMoved row) {
    Recovered.StoredOrder before = orders.get(row.id());
    if (before == null) {
      throw new AssertionError("a move of an order without an intent: " + row);
    }
    if (!before.state().allows(row.state())) {
      throw new AssertionError(before.state() + " does not allow " + row);
    }
    var ref =
        new OrderRef(
            row.id(),
            before.ref().instrument(),
            before.ref().venueKey(),
            row.venueOrderId(),
            before.ref().sentAt());
    orders.put(
        row.id(),
        new Recovered.StoredOrder(
            before.intent(), before.mode(), ref, row.state(), row.filled(), row.at()));
  }

  private void book(Fill fill) {
    if (fills.put(fill.key(), fill) == null) {
      order.add(fill.key());
    }
  }
}
