package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.venue.OrderLookup;

/** A process that was killed, and the next one. */
class RestartTest {
  private static final int YES = 0;
  private static final int NO = 1;

  /** What the database would hold of the first process. */
  private static Recovered stored(Rig before, OrderState yes, OrderState no, List<Fill> fills) {
    return stored(
        before.execution(),
        List.of(order(before.entry(YES), yes, fills), order(before.entry(NO), no, fills)),
        fills);
  }

  static Recovered stored(
      ExecutionSnapshot execution, List<Recovered.StoredOrder> orders, List<Fill> fills) {
    var cash = new ArrayList<CashPosition>();
    for (VenueId venue : Rig.VENUES.keySet()) {
      cash.add(new CashPosition(venue, 0, Rig.CASH, Usd.ZERO, Rig.START));
    }
    Recovered fresh = Rig.recovered(Mode.LIVE);
    return new Recovered(
        fresh.controls(),
        fresh.pairs(),
        List.of(execution),
        orders,
        fills,
        List.of(),
        new Recovered.Money(cash, List.of(), Usd.ofDollars(10_000)),
        List.of());
  }

  static Recovered.StoredOrder order(OrderIntent intent, OrderState state, List<Fill> fills) {
    Quantity filled =
        fills.stream()
            .filter(f -> f.instrument().equals(intent.instrument()))
            .map(Fill::quantity)
            .reduce(Quantity.ZERO, Quantity::plus);
    var ref =
        new OrderRef(
            intent.id(), intent.instrument(), Rig.key(intent), Rig.venueId(intent), Rig.START);
    return new Recovered.StoredOrder(intent, Mode.LIVE, ref, state, filled, Rig.START);
  }

  @Test
  void countsTheFillsThatWereCommittedWithARepairAndHaveNoRowOfCash() {
    Rig before = Rig.live().bargain(100);
    Fill hedged = before.fill(before.entry(YES), "40", Price.parse("0.40"));
    Recovered stored = stored(before, OrderState.FILLED, OrderState.SENT, List.of(hedged));
    Rig rig = new Rig(Rig.settings(), stored);
    VenueId venue = hedged.instrument().venue();
    Usd total =
        rig.view().wealth().cash().stream()
            .filter(cash -> cash.venue().equals(venue))
            .map(CashPosition::total)
            .findFirst()
            .orElseThrow();
    assertEquals(Rig.CASH.minus(Usd.ofDollars(16)).minus(hedged.fee()), total);
  }

  @Test
  void writesTheCashThatItHasRestoredSoThatAnotherEndDoesNotLoseIt() {
    Rig before = Rig.live().bargain(100);
    Fill hedged = before.fill(before.entry(YES), "40", Price.parse("0.40"));
    Recovered stored = stored(before, OrderState.FILLED, OrderState.SENT, List.of(hedged));
    Rig rig = new Rig(Rig.settings(), stored);
    VenueId venue = hedged.instrument().venue();
    List<Usd> written =
        rig.effects(Effect.Write.class).stream()
            .map(Effect.Write::row)
            .filter(JournalRecord.CashChanged.class::isInstance)
            .map(row -> ((JournalRecord.CashChanged) row).cash())
            .filter(cash -> cash.venue().equals(venue))
            .map(CashPosition::total)
            .distinct()
            .toList();
    assertEquals(List.of(Rig.CASH.minus(Usd.ofDollars(16)).minus(hedged.fee())), written);
  }

  @Test
  void countsAndWritesWhatThoseFillsEarnedAndHoldSoThatNoFeeIsForgotten() {
    Rig before = Rig.live().bargain(100);
    Fill hedged = before.fill(before.entry(YES), "40", Price.parse("0.40"));
    Recovered stored = stored(before, OrderState.FILLED, OrderState.SENT, List.of(hedged));
    Rig rig = new Rig(Rig.settings(), stored);
    assertTrue(hedged.fee().isGreaterThan(Usd.ZERO));
    var expected =
        new PnlDay(
            LocalDate.ofInstant(hedged.at(), ZoneOffset.UTC),
            hedged.instrument().venue(),
            before.execution().strategy(),
            before.execution().pair(),
            Usd.ZERO,
            hedged.fee());
    assertEquals(List.of(expected), rig.view().wealth().pnl());
    List<JournalRecord> rows =
        rig.effects(Effect.Write.class).stream().map(Effect.Write::row).toList();
    assertTrue(rows.contains(new JournalRecord.PnlChanged(expected)), rows::toString);
    assertTrue(
        rows.stream()
            .filter(JournalRecord.PositionChanged.class::isInstance)
            .map(row -> ((JournalRecord.PositionChanged) row).position())
            .anyMatch(held ->
                held.instrument().equals(hedged.instrument())
                    && held.quantity().equals(Quantity.parse("40"))),
        rows::toString);
  }

  @Test
  void plansAnExecutionWithoutARowByItsFirstOrdersAndNotByTheirRepair() {
    Rig before = Rig.live().bargain(100);
    before.fillWhole(before.entry(YES)).fillPart(before.entry(NO), "0");
    OrderIntent unwind = before.order(YES, Purpose.UNWIND);
    Recovered stored =
        stored(
            before.execution(),
            List.of(
                order(before.entry(YES), OrderState.SENT, List.of()),
                order(before.entry(NO), OrderState.SENT, List.of()),
                order(unwind, OrderState.INTENDED, List.of())),
            List.of());
    Rig rig =
        new Rig(
            Rig.settings(),
            new Recovered(
                stored.controls(),
                stored.pairs(),
                List.of(),
                stored.orders(),
                stored.fills(),
                stored.payouts(),
                stored.money(),
                stored.breakers()));
    assertEquals(before.entry(YES).terms().limit(), rig.execution().legs().get(YES).worst());
  }

  @Test
  @Tag("fault:K2")
  @Tag("fault:K4")
  void takesSentOrdersForUnknownAndAsksBeforeAnythingNew() {
    Rig before = Rig.live().bargain(100);
    Rig rig =
        new Rig(Rig.settings(), stored(before, OrderState.SENT, OrderState.INTENDED, List.of()));
    long moved =
        rig.effects(Effect.Write.class).stream()
            .filter(w ->
                w.row() instanceof JournalRecord.OrderMoved m && m.state() == OrderState.UNKNOWN)
            .count();
    assertEquals(2, moved);
    rig.bargain(100).pass(Duration.ofMillis(300));
    List<Effect.LookUp> asked = rig.effects(Effect.LookUp.class);
    assertEquals(2, asked.size());
    assertTrue(asked.stream().allMatch(Effect.LookUp::fence), "no call is left to be answered");
    assertTrue(rig.intents().isEmpty());
  }

  @Test
  @Tag("fault:G3")
  @Tag("fault:K6")
  @Tag("fault:K8")
  void goesOnWhereTheFirstProcessStopped() {
    Rig before = Rig.live().bargain(100);
    Fill yes = before.fill(before.entry(YES), "100");
    OrderIntent lost = before.entry(NO);
    Rig rig =
        new Rig(
            Rig.settings(),
            stored(
                before,
                OrderState.FILLED,
                OrderState.SENT,
                List.of(yes.withOrder(before.entry(YES).id()))));
    rig.own(yes);
    rig.lookup(
        lost,
        _ ->
            new OrderLookup.Found(
                Rig.venueId(lost), OrderState.CANCELLED, Quantity.ZERO, List.of()));
    rig.bargain(100).pass(Duration.ofMillis(300));
    OrderIntent unwind = rig.order(YES, Purpose.UNWIND);
    assertEquals(Quantity.parse("100"), unwind.terms().quantity());
    rig.fillWhole(unwind);
    assertEquals(ExecutionState.UNWOUND, rig.execution().state());
  }

  @Test
  @Tag("fault:K7")
  @Tag("fault:N7")
  void aFillThatComesAfterTheRestartReopensItsClosedExecution() {
    Rig before = Rig.live().bargain(100);
    before.fillPart(before.entry(YES), "0").fillPart(before.entry(NO), "0");
    assertEquals(ExecutionState.NOTHING_FILLED, before.execution().state());
    Rig rig =
        new Rig(
            Rig.settings(), stored(before, OrderState.CANCELLED, OrderState.CANCELLED, List.of()));
    assertTrue(
        rig.effects(Effect.Tell.class).stream()
            .noneMatch(tell -> tell.notice() instanceof Notice.ExecutionChanged),
        "told before the restart");
    rig.books("0.39 x 5000", "0.46 x 5000", "0.54 x 5000", "0.58 x 5000");
    rig.on(Rig.filled(rig.fill(before.entry(YES), "100")));
    OrderIntent unwind = rig.order(YES, Purpose.UNWIND);
    assertEquals(Quantity.parse("100"), unwind.terms().quantity());
    rig.fillWhole(unwind);
    assertEquals(ExecutionState.UNWOUND, rig.execution().state());
  }

  @Test
  void whatWasClosedIsOpenAgainWhileARepairOfItHasNoAnswer() {
    Rig before = Rig.live().bargain(100);
    before.fillWhole(before.entry(YES)).fillWhole(before.entry(NO));
    assertEquals(ExecutionState.COMPLETE, before.execution().state());
    Rig rig =
        new Rig(Rig.settings(), stored(before, OrderState.FILLED, OrderState.SENT, List.of()));
    assertEquals(ExecutionState.UNEVEN, rig.execution().state());
  }

  @Test
  @Tag("fault:K9")
  void derivesTheSameIdsAgain() {
    Rig before = Rig.live().bargain(100);
    Rig again = Rig.live().bargain(100);
    assertEquals(
        before.intents().stream().map(OrderIntent::id).toList(),
        again.intents().stream().map(OrderIntent::id).toList());
  }
}
