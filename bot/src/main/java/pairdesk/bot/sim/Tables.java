package pairdesk.bot.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
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
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;
import pairdesk.engine.venue.PreparedRedeem;

/** What is committed: it alone survives a crash. Every row is taken as PostgreSQL would take it. */
final class Tables {
  private static final Comparator<Fill> OLDEST_FIRST =
      Comparator.comparing(Fill::at)
          .thenComparing(fill -> fill.key().venue())
          .thenComparing(fill -> fill.key().trade())
          .thenComparing(fill -> fill.key().venueOrder());

  private final Map<ClientOrderId, Recovered.StoredOrder> orders = new LinkedHashMap<>();
  private final Map<ExecutionId, ExecutionSnapshot> executions = new TreeMap<>();
  private final Map<Fill.Key, Fill> fills = new LinkedHashMap<>();
  private final Map<MarketId, JournalRecord.PayoutBooked> payouts = new TreeMap<>();
  private final Map<String, CashPosition> cash = new TreeMap<>();
  private final Map<String, PnlDay> pnl = new TreeMap<>();
  private final Map<String, BreakerState> breakers = new TreeMap<>();
  private final Map<PairId, Pair> pairs = new TreeMap<>();
  private final Set<String> allowed = new HashSet<>();
  private Controls controls = new Controls(Mode.LIVE, false, "");
  private Instant controlsChanged = Instant.EPOCH;
  private Usd highWater = Usd.ZERO;
  private long epoch;
  private @Nullable PreparedRedeem redeeming;

  Tables(List<Pair> pairs) {
    pairs.forEach(pair -> this.pairs.put(pair.id(), pair));
  }

  /** A new process takes the lease. */
  long takeLease() {
    return ++epoch;
  }

  long epoch() {
    return epoch;
  }

  boolean isCommitted(ClientOrderId id) {
    return orders.containsKey(id);
  }

  Controls controls() {
    return controls;
  }

  Instant controlsChanged() {
    return controlsChanged;
  }

  PairStatus status(PairId pair) {
    return Objects.requireNonNull(pairs.get(pair)).status();
  }

  Pair pair(PairId id) {
    return Objects.requireNonNull(pairs.get(id));
  }

  List<Fill> fills() {
    return fills.values().stream().sorted(OLDEST_FIRST).toList();
  }

  Collection<Recovered.StoredOrder> orders() {
    return orders.values();
  }

  List<JournalRecord.PayoutBooked> payouts() {
    return List.copyOf(payouts.values());
  }

  /** A person makes the desk more careful: it counts before the engine hears of it. */
  void narrow(Controls asked, Instant now) {
    controls = controls.narrowedBy(asked);
    controlsChanged = now.isAfter(controlsChanged) ? now : controlsChanged.plusNanos(1_000);
  }

  void change(Pair pair) {
    pairs.put(pair.id(), pair);
  }

  /** The intents with the rows they rest on, all or nothing. */
  void commit(Effect.Submit plan, List<SentOrder> sent, Instant now) {
    plan.grounds().forEach(this::write);
    for (SentOrder order : sent) {
      needsVerdict(order.intent());
      var stored =
          new Recovered.StoredOrder(
              order.intent(), plan.mode(), order.ref(now), OrderState.INTENDED, Quantity.ZERO, now);
      if (orders.putIfAbsent(order.id(), stored) != null) {
        throw new Broken("I7", "two intents with the id " + order.id());
      }
    }
  }

  /** As the trigger of the schema does: whoever dies when, no entry lies here without it. */
  private void needsVerdict(OrderIntent intent) {
    if (intent.origin().purpose().addsRisk() && !allowed.contains(intent.approval().verdict())) {
      throw new Broken("I19", "an entry commits without its verdict: " + intent.id());
    }
  }

  Optional<PreparedRedeem> redeeming() {
    return Optional.ofNullable(redeeming);
  }

  void redeem(@Nullable PreparedRedeem call) {
    redeeming = call;
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
      case JournalRecord.PayoutBooked r -> payouts.put(r.market(), r);
      case JournalRecord.BreakerTripped r -> breakers.put(r.breaker().name(), r.breaker());
      case JournalRecord.BreakerReset r -> breakers.remove(r.name());
      case JournalRecord.ControlChanged r ->
          controls =
              controlsChanged.isAfter(r.seen()) ? controls.narrowedBy(r.controls()) : r.controls();
      case JournalRecord.PairChanged r -> change(r.pair());
      case JournalRecord.VerdictGiven r -> judged(r.verdict());
      case JournalRecord.OpportunityFound _,
          JournalRecord.PositionChanged _,
          JournalRecord.Reconciled _ -> {}
    }
  }

  private void judged(VerdictRecord given) {
    switch (given.verdict()) {
      case Verdict.Allow _, Verdict.Shrink _ -> allowed.add(given.id());
      case Verdict.Refuse _ -> {}
    }
  }

  /** What the next process reads. */
  Recovered recovered(Instant now) {
    return new Recovered(
        controls,
        List.copyOf(pairs.values()),
        List.copyOf(executions.values()),
        List.copyOf(orders.values()),
        fills(),
        payouts(),
        new Recovered.Money(List.copyOf(cash.values()), List.copyOf(pnl.values()), highWater),
        breakers.values().stream()
            .filter(b -> b.until() == null || b.until().isAfter(now))
            .toList());
  }

  List<ExecutionSnapshot> executions() {
    return new ArrayList<>(executions.values());
  }

  /** An order never leaves a terminal state, as the database's trigger holds too. */
  private void move(JournalRecord.OrderMoved row) {
    Recovered.StoredOrder before = orders.get(row.id());
    if (before == null) {
      throw new Broken("I6", "a move of an order without an intent: " + row);
    }
    if (!before.state().allows(row.state())) {
      throw new Broken("I24", before.state() + " does not become " + row);
    }
    OrderRef ref = before.ref();
    orders.put(
        row.id(),
        new Recovered.StoredOrder(
            before.intent(),
            before.mode(),
            new OrderRef(
                ref.id(), ref.instrument(), ref.venueKey(), row.venueOrderId(), ref.sentAt()),
            row.state(),
            row.filled(),
            row.at()));
  }

  /** A fill never becomes less certain, but may be taken back for good. */
  private void book(Fill fill) {
    fills.merge(
        fill.key(),
        fill,
        (before, next) -> {
          boolean newer =
              next.status() == FillStatus.VOIDED
                  || (next.status() == FillStatus.FINAL
                      && before.status() == FillStatus.PROVISIONAL);
          ClientOrderId order = before.order() == null ? next.order() : before.order();
          Fill known = order == null ? before : before.withOrder(order);
          return newer ? known.withStatus(next.status()) : known;
        });
  }
}
