package pairdesk.engine.loop.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.Position;

/** The invariants of reliability, section 2, against the venues' own truth. */
final class SimChecks {
  private final Map<VenueId, SimVenue> venues;
  private final Map<ClientOrderId, OrderIntent> intents = new HashMap<>();
  private final Set<String> entries = new HashSet<>();
  private final Map<Fill.Key, Fill> booked = new HashMap<>();
  private final Map<ExecutionId, ExecutionState> executions = new TreeMap<>();
  private final Map<ClientOrderId, OrderState> states = new HashMap<>();

  SimChecks(Map<VenueId, SimVenue> venues) {
    this.venues = venues;
  }

  OrderIntent intent(ClientOrderId id) {
    OrderIntent intent = intents.get(id);
    if (intent == null) {
      throw new AssertionError("no intent of " + id);
    }
    return intent;
  }

  int executions() {
    return executions.size();
  }

  void before(Effect effect) {
    switch (effect) {
      case Effect.Submit e -> e.intents().forEach(this::submitted);
      case Effect.Write e -> written(e.row());
      case Effect.Cancel _,
          Effect.CancelAll _,
          Effect.LookUp _,
          Effect.ReadAccount _,
          Effect.Redeem _,
          Effect.Watch _,
          Effect.ReadBooks _,
          Effect.WakeAt _,
          Effect.Tell _ -> {}
    }
  }

  /** I7: an id is used once, an entry leg is sent once. I9: no leg beyond the other. */
  private void submitted(OrderIntent intent) {
    assertFalse(intents.containsKey(intent.id()), () -> "sent twice: " + intent);
    if (intent.origin().purpose() == Purpose.ENTRY) {
      String leg = intent.origin().execution() + "/" + intent.origin().leg();
      assertTrue(entries.add(leg), () -> "a second entry: " + intent);
    } else if (intent.terms().side() == Side.BUY) {
      Quantity own = most(intent.origin().execution(), intent.origin().leg());
      Quantity other = ever(intent.origin().execution(), 1 - intent.origin().leg());
      assertFalse(
          own.plus(intent.terms().quantity()).isGreaterThan(other),
          () -> "over-hedged: " + own + " and " + intent + " against " + other);
    }
    intents.put(intent.id(), intent);
  }

  private void written(JournalRecord row) {
    switch (row) {
      case JournalRecord.FillBooked r -> {
        booked.put(r.fill().key(), r.fill());
        ClientOrderId order = r.fill().order();
        assertTrue(
            order != null && !bookedOf(order).isGreaterThan(intent(order).terms().quantity()),
            () -> "more filled than ordered: " + r);
      }
      case JournalRecord.ExecutionChanged r ->
          executions.put(r.execution().id(), r.execution().state());
      case JournalRecord.OrderMoved r -> states.put(r.id(), r.state());
      case JournalRecord.OpportunityFound _,
          JournalRecord.VerdictGiven _,
          JournalRecord.PositionChanged _,
          JournalRecord.CashChanged _,
          JournalRecord.PnlChanged _,
          JournalRecord.HighWaterChanged _,
          JournalRecord.PayoutBooked _,
          JournalRecord.BreakerTripped _,
          JournalRecord.BreakerReset _,
          JournalRecord.ControlChanged _,
          JournalRecord.PairChanged _,
          JournalRecord.Reconciled _ -> {}
    }
  }

  /** Alarms that say that our books are wrong. */
  void told(Notice notice) {
    if (notice instanceof Notice.Alarm alarm) {
      assertFalse(
          List.of("invariant", "reconcile-difference", "cash-difference").contains(alarm.code()),
          alarm::text);
    }
  }

  /** I3, I4 and I13 after every batch. */
  void after(EngineView view) {
    positions(view);
    for (EngineView.OpenOrder open : view.trading().orders()) {
      OrderIntent intent = intent(open.ref().id());
      ExecutionState state = executions.get(intent.origin().execution());
      assertFalse(
          state != null && state.isClosed(), () -> "open order of a closed execution: " + open);
    }
  }

  /** After the healing: nothing open, nothing reserved, nothing naked, books as the venues'. */
  void end(EngineView view) {
    assertTrue(view.trading().orders().isEmpty(), () -> view.trading().orders().toString());
    var unsellable = new HashSet<ExecutionId>();
    for (ExecutionSnapshot execution : view.trading().executions()) {
      if (isUnsellable(execution)) {
        unsellable.add(execution.id());
        continue;
      }
      assertTrue(execution.state().isClosed(), execution::toString);
      assertTrue(execution.unhedged().isLessThan(Quantity.ofE6(10_000)), execution::toString);
    }
    executions.forEach((id, state) ->
        assertTrue(state.isClosed() || unsellable.contains(id), () -> id + " " + state));
    for (CashPosition cash : view.wealth().cash()) {
      assertEquals(Usd.ZERO, cash.reserved(), cash::toString);
      assertEquals(venue(cash.venue()).cash(), cash.total(), cash::toString);
    }
    var ours = new TreeMap<Instrument, Quantity>();
    for (Position position : view.wealth().positions()) {
      if (!position.quantity().isZero()) {
        ours.put(position.instrument(), position.quantity());
      }
    }
    var theirs = new TreeMap<Instrument, Quantity>();
    venues
        .values()
        .forEach(venue ->
            venue
                .holdings()
                .forEach((instrument, quantity) -> {
                  if (!quantity.isZero()) {
                    theirs.put(instrument, quantity);
                  }
                }));
    assertEquals(theirs, ours);
  }

  /** Too little for an order where it lies, and the venue of the other leg has no money. */
  private boolean isUnsellable(ExecutionSnapshot execution) {
    return execution.state() == ExecutionState.STUCK
        && execution.legs().stream()
            .filter(leg -> leg.held().isZero())
            .anyMatch(leg -> venue(leg.instrument().venue()).isBroke())
        && execution.legs().stream()
            .filter(leg -> !leg.held().isZero())
            .allMatch(leg ->
                leg.held()
                    .isLessThan(SimWorld.market(leg.instrument().market()).terms().minimumSize()));
  }

  private void positions(EngineView view) {
    var sums = new TreeMap<Instrument, Long>();
    for (Fill fill : booked.values()) {
      if (fill.status() != FillStatus.VOIDED) {
        long signed = fill.side() == Side.BUY ? fill.quantity().e6() : -fill.quantity().e6();
        sums.merge(fill.instrument(), signed, Long::sum);
      }
    }
    for (Position position : view.wealth().positions()) {
      assertEquals(sums.getOrDefault(position.instrument(), 0L), position.quantity().e6());
    }
  }

  /** What a leg may hold at most: what the venue booked, and what may still arrive. */
  private Quantity most(ExecutionId execution, int leg) {
    long sum = 0;
    for (OrderIntent intent : intents.values()) {
      if (intent.origin().execution().equals(execution) && intent.origin().leg() == leg) {
        OrderState state = states.getOrDefault(intent.id(), OrderState.INTENDED);
        boolean buys = intent.terms().side() == Side.BUY;
        long certain = filled(intent.id()).e6();
        long possible = state.isTerminal() ? certain : intent.terms().quantity().e6();
        sum += buys ? possible : -certain;
      }
    }
    return Quantity.ofE6(Math.max(0, sum));
  }

  /** What was ever reported filled on a leg, taken back or not. */
  private Quantity ever(ExecutionId execution, int leg) {
    long sum = 0;
    for (OrderIntent intent : intents.values()) {
      if (intent.origin().execution().equals(execution)
          && intent.origin().leg() == leg
          && intent.terms().side() == Side.BUY) {
        sum +=
            venue(intent.instrument().venue()).fillsOf(intent.id()).stream()
                .mapToLong(f -> f.quantity().e6())
                .sum();
      }
    }
    return Quantity.ofE6(sum);
  }

  private Quantity bookedOf(ClientOrderId id) {
    return booked.values().stream()
        .filter(f -> id.equals(f.order()) && f.status() != FillStatus.VOIDED)
        .map(Fill::quantity)
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  private Quantity filled(ClientOrderId id) {
    return venue(intent(id).instrument().venue()).fillsOf(id).stream()
        .filter(f -> f.status() != FillStatus.VOIDED)
        .map(Fill::quantity)
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  private SimVenue venue(VenueId id) {
    SimVenue venue = venues.get(id);
    if (venue == null) {
      throw new AssertionError("no venue " + id);
    }
    return venue;
  }
}
