package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.engine.loop.PartialFillTest.alarms;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.OrderLookup;

/** Reports that come late, early, twice, or take something back. */
class OrderLifeTest {
  private static final int YES = 0;
  private static final int NO = 1;

  /** Both legs fill; the fill of NO. */
  private static Fill boughtBoth(Rig rig) {
    rig.fillWhole(rig.entry(YES));
    OrderIntent no = rig.entry(NO);
    Fill fill = rig.fill(no, "100");
    rig.on(Rig.sent(no, rig.now()), Rig.accepted(no, OrderState.FILLED, "100"), Rig.filled(fill));
    return fill;
  }

  @Test
  @Tag("fault:W9")
  void booksAFillThatComesBeforeTheAnswer() {
    Rig rig = Rig.live().bargain(100);
    rig.fillWhole(rig.entry(YES));
    OrderIntent no = rig.entry(NO);
    rig.on(Rig.sent(no, rig.now()), Rig.filled(rig.fill(no, "40")));
    assertEquals(ExecutionState.WORKING, rig.execution().state());
    rig.on(Rig.filled(rig.fill(no, "60")), Rig.accepted(no, OrderState.FILLED, "100"));
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
  }

  @Test
  @Tag("fault:W10")
  void waitsForTheFillsOfAFilledOrderAndAsksForThem() {
    Rig rig = Rig.live().bargain(100);
    rig.fillWhole(rig.entry(YES));
    OrderIntent no = rig.entry(NO);
    rig.on(Rig.sent(no, rig.now()), Rig.accepted(no, OrderState.FILLED, "100"));
    assertEquals(ExecutionState.WORKING, rig.execution().state());
    rig.pass(Duration.ofMillis(490));
    assertEquals(0, rig.effects(Effect.LookUp.class).size());
    Fill fill = rig.fill(no, "100");
    rig.lookup(
        no,
        _ ->
            new OrderLookup.Found(
                Rig.venueId(no), OrderState.FILLED, Quantity.ofShares(100), List.of(fill)));
    rig.pass(Duration.ofMillis(300));
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
    assertEquals(2, rig.intents().size());
  }

  @Test
  @Tag("fault:O2")
  void asksAndCancelsAgainWhenACancelIsNotAnswered() {
    Rig rig = Rig.live().bargain(100);
    rig.fillWhole(rig.entry(YES));
    OrderIntent no = rig.entry(NO);
    rig.on(Rig.sent(no, rig.now()), Rig.accepted(no, OrderState.LIVE, "0"));
    rig.pass(Duration.ofMillis(1_100));
    assertEquals(1, rig.effects(Effect.Cancel.class).size());
    rig.on(new EngineEvent.CancelAnswered(no.id(), new CancelOutcome.Unknown("no answer")));
    rig.lookup(
        no, _ -> new OrderLookup.Found(Rig.venueId(no), OrderState.LIVE, Quantity.ZERO, List.of()));
    rig.pass(Duration.ofSeconds(5));
    assertTrue(!rig.effects(Effect.LookUp.class).isEmpty(), rig::transcript);
    assertTrue(rig.effects(Effect.Cancel.class).size() >= 2, rig::transcript);
    rig.books("0.39 x 5000", "0.40 x 5000", "0.54 x 5000", "0.65 x 5000");
    rig.on(rig.updated(no, OrderState.CANCELLED, "0"));
    assertEquals(Quantity.parse("100"), rig.order(YES, Purpose.UNWIND).terms().quantity());
  }

  @Test
  @Tag("fault:O1")
  @Tag("fault:R30")
  void waitsForADelayedOrderAndHedgesWhatFillsWhileItIsCancelled() {
    Rig rig = Rig.live().bargain(100);
    rig.fillWhole(rig.entry(YES));
    OrderIntent no = rig.entry(NO);
    rig.on(Rig.sent(no, rig.now()), Rig.accepted(no, OrderState.LIVE, "0"));
    rig.pass(Duration.ofMillis(1_100));
    assertEquals(ExecutionState.UNEVEN, rig.execution().state());
    assertEquals(1, rig.effects(Effect.Cancel.class).size());
    assertEquals(2, rig.intents().size());
    rig.on(Rig.filled(rig.fill(no, "90")), rig.updated(no, OrderState.CANCELLED, "90"));
    assertEquals(Quantity.parse("10"), rig.order(NO, Purpose.PATCH).terms().quantity());
    Golden.check("filled-while-cancelling", rig.transcript());
  }

  @Test
  @Tag("fault:O4")
  void opensAClosedExecutionForALateFill() {
    Rig rig = Rig.live().bargain(100);
    rig.fillPart(rig.entry(YES), "0").fillPart(rig.entry(NO), "0");
    assertEquals(ExecutionState.NOTHING_FILLED, rig.execution().state());
    rig.on(Rig.filled(rig.fill(rig.entry(YES), "30")));
    assertEquals(1, alarms(rig, "late-fill"));
    OrderIntent unwind = rig.order(YES, Purpose.UNWIND);
    assertEquals(Quantity.parse("30"), unwind.terms().quantity());
    rig.fillWhole(unwind);
    assertEquals(ExecutionState.UNWOUND, rig.execution().state());
  }

  @Test
  @Tag("fault:O5")
  void haltsWhenMoreIsFilledThanWasOrdered() {
    Rig rig = Rig.live().bargain(100);
    rig.fillWhole(rig.entry(YES)).on(Rig.filled(rig.fill(rig.entry(YES), "1")));
    assertTrue(rig.view().desk().controls().halted());
    assertEquals(1, alarms(rig, "invariant"));
    assertEquals(Quantity.parse("101"), rig.execution().legs().get(YES).bought());
  }

  @Test
  @Tag("fault:O8")
  @Tag("fault:R31")
  void takesARestingOrderForCancelledWhenCompleteReadsNoLongerShowIt() {
    Rig rig = Rig.live().bargain(100);
    rig.fillPart(rig.entry(YES), "0");
    OrderIntent no = rig.entry(NO);
    rig.on(Rig.sent(no, rig.now()), Rig.accepted(no, OrderState.LIVE, "0"));
    rig.lookup(no, OrderLookup.Absent::new).pass(Duration.ofMinutes(5));
    assertEquals(ExecutionState.NOTHING_FILLED, rig.execution().state());
  }

  @Test
  @Tag("fault:T11")
  void sellsTheHedgeOfAFillThatIsTakenBack() {
    Rig rig = Rig.live().bargain(100);
    Fill fill = boughtBoth(rig);
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
    rig.pass(Duration.ofSeconds(3));
    rig.books("0.39 x 5000", "0.40 x 5000", "0.54 x 5000", "0.58 x 5000");
    rig.voided(fill);
    rig.fillWhole(rig.order(YES, Purpose.UNWIND));
    assertEquals(ExecutionState.UNWOUND, rig.execution().state());
    assertEquals(Quantity.ZERO, rig.execution().legs().get(NO).held());
    Golden.check("taken-back", rig.transcript());
  }

  @Test
  @Tag("fault:T11")
  void buysAnewWhatWasTakenBackWhereThatLosesLess() {
    Rig rig = Rig.live().bargain(100);
    Fill fill = boughtBoth(rig);
    rig.pass(Duration.ofSeconds(3));
    rig.books("0.39 x 5000", "0.40 x 5000", "0.54 x 5000", "0.57 x 5000");
    rig.voided(fill);
    OrderIntent patch = rig.order(NO, Purpose.PATCH);
    assertEquals(Quantity.parse("100"), patch.terms().quantity());
    assertEquals(Price.parse("0.57"), patch.terms().limit());
    rig.fillWhole(patch);
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
  }

  @Test
  @Tag("fault:T12")
  void neverBuysAgainWhatIsMerelyLate() {
    Rig rig = Rig.live().bargain(100);
    rig.fillWhole(rig.entry(YES)).fillWhole(rig.entry(NO)).pass(Duration.ofSeconds(50));
    assertEquals(2, rig.intents().size());
    rig.pass(Duration.ofSeconds(15));
    assertEquals(2, rig.intents().size());
    assertEquals(1, alarms(rig, "settlement-suspect"));
    assertEquals(PairStatus.PAUSED, rig.view().desk().pairs().getFirst().status());
  }

  @Test
  void restsAPairAfterATrade() {
    Rig rig = Rig.live().bargain(100);
    rig.fillWhole(rig.entry(YES)).fillWhole(rig.entry(NO));
    rig.pass(Duration.ofSeconds(29)).bargain(100);
    assertEquals(2, rig.intents().size());
    rig.pass(Duration.ofSeconds(2)).bargain(100);
    assertEquals(4, rig.intents().size());
  }

  @Test
  @Tag("fault:N3")
  void tradesAPairOnceThoughBothItsBooksChange() {
    Rig rig = Rig.live().bargain(100).bargain(100);
    assertEquals(2, rig.intents().size());
    assertFalse(rig.view().trading().executions().isEmpty());
  }
}
