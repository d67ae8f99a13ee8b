package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.venue.OrderLookup;

/** Orders whose answer never came. */
class UnknownOrderTest {
  private static final int YES = 0;
  private static final int NO = 1;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** One leg filled whole, the other timed out. */
  private static Rig timedOut(int lost) {
    Rig rig = Rig.live().bargain(100);
    rig.pass(Duration.ofMillis(50)).fillWhole(rig.entry(1 - lost));
    OrderIntent order = rig.entry(lost);
    return rig.on(Rig.sent(order, rig.now()), Rig.unknown(order));
  }

  /** One leg filled whole, the other sent and not answered yet. */
  private static Rig unanswered(int silent) {
    Rig rig = Rig.live().bargain(100);
    rig.pass(Duration.ofMillis(50)).fillWhole(rig.entry(1 - silent));
    return rig.on(Rig.sent(rig.entry(silent), rig.now()));
  }

  @Test
  @Tag("fault:R1")
  void adoptsAnOrderThatArrivedAndSendsNothingAgain() {
    Rig rig = timedOut(NO);
    OrderIntent no = rig.entry(NO);
    Fill fill = rig.fill(no, "100");
    rig.lookup(
        no, _ -> new OrderLookup.Found(Rig.venueId(no), OrderState.FILLED, all(), List.of(fill)));
    rig.pass(Duration.ofSeconds(1));
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
    assertEquals(2, rig.intents().size());
    Golden.check("lost-answer", rig.transcript());
  }

  @Test
  @Tag("fault:O14")
  void looksAgainAndAgainOnTheSchedule() {
    Rig rig = timedOut(NO).forgetEffects();
    assertEquals(0, lookUps(rig.pass(Duration.ofMillis(199))));
    assertEquals(1, lookUps(rig.pass(Duration.ofMillis(1))));
    assertEquals(9, lookUps(rig.pass(Duration.ofMillis(7_800))));
    assertEquals(9, lookUps(rig.pass(Duration.ofMillis(9_999))));
    assertEquals(10, lookUps(rig.pass(Duration.ofMillis(1))));
  }

  @Test
  @Tag("fault:R1")
  void adoptsWhatArrivedWhileItsCallGoesOn() {
    Rig rig = unanswered(NO);
    OrderIntent no = rig.entry(NO);
    Fill fill = rig.fill(no, "100");
    rig.lookup(
        no, _ -> new OrderLookup.Found(Rig.venueId(no), OrderState.FILLED, all(), List.of(fill)));
    rig.pass(Duration.ofMillis(499));
    assertEquals(ExecutionState.WORKING, rig.execution().state());
    rig.pass(Duration.ofMillis(1));
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());

    rig.forgetEffects().on(Rig.accepted(no, OrderState.FILLED, "100"), Rig.filled(fill));
    rig.on(Rig.unknown(no));
    assertEquals(List.of(), rig.effects());
  }

  @Test
  @Tag("fault:R2")
  void keepsTheFenceOpenForTwoSecondsWhileItsCallGoesOn() {
    Rig rig = unanswered(YES).forgetEffects().pass(Duration.ofMillis(1_999));
    assertEquals(List.of(false, false), fences(rig));
    rig.pass(Duration.ofMillis(1));
    assertEquals(List.of(false, false, true), fences(rig));
    assertEquals(OrderState.UNKNOWN, rig.view().trading().orders().getFirst().state());
  }

  @Test
  @Tag("fault:R2")
  void provesAbsenceFiveSecondsAfterItLeftNotAfterItsCallEnded() {
    Rig rig = unanswered(YES);
    rig.lookup(
        rig.entry(YES),
        asOf ->
            asOf.isBefore(Rig.START.plusMillis(2_050))
                ? new OrderLookup.Unreadable("not fenced")
                : new OrderLookup.Absent(asOf));
    rig.pass(Duration.ofMillis(2_999));
    assertEquals(2, rig.intents().size());
    rig.pass(Duration.ofMillis(1));
    assertEquals(all(), rig.order(NO, Purpose.UNWIND).terms().quantity());
    rig.pass(Duration.ofMillis(1_999));
    assertEquals(Optional.of(OrderState.UNKNOWN), state(rig, rig.entry(YES)));
    rig.on(Rig.unknown(rig.entry(YES))).pass(Duration.ofMillis(1));
    assertEquals(Optional.empty(), state(rig, rig.entry(YES)));
  }

  @Test
  @Tag("fault:R3")
  void evensOutTheOtherLegAfterThreeMissesAndTwoSeconds() {
    Rig rig = unanswered(NO);
    rig.lookup(rig.entry(NO), OrderLookup.Absent::new).pass(Duration.ofMillis(1_999));
    assertEquals(2, rig.intents().size());
    rig.pass(Duration.ofMillis(1));
    assertEquals(all(), rig.order(YES, Purpose.UNWIND).terms().quantity());
    assertEquals(rig.entry(NO).approval().reserved(), reserved(rig));
  }

  @Test
  void anAnswerThatIsLateIsTakenAsItIs() {
    Rig rig = unanswered(NO).pass(Duration.ofSeconds(3));
    assertEquals(OrderState.UNKNOWN, rig.view().trading().orders().getFirst().state());
    rig.fillWhole(rig.entry(NO));
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
    assertEquals(2, rig.intents().size());
  }

  @Test
  void whatWasNotSeenBeforeItArrivedSaysNothing() {
    Rig rig = unanswered(NO);
    OrderIntent no = rig.entry(NO);
    rig.lookup(no, OrderLookup.Absent::new).pass(Duration.ofMillis(1_500));
    rig.on(Rig.accepted(no, OrderState.LIVE, "0"), Rig.unknown(no));
    rig.pass(Duration.ofMillis(1_500));
    assertEquals(OrderState.LIVE, rig.view().trading().orders().getFirst().state());
    assertEquals(2, rig.intents().size());
  }

  @Test
  void anUnreadableVenueProvesNothing() {
    Rig rig = timedOut(YES);
    rig.lookup(rig.entry(YES), _ -> new OrderLookup.Unreadable("page 2 failed"));
    rig.pass(MINUTE);
    assertEquals(1, rig.view().trading().orders().size());
    assertEquals(ExecutionState.UNEVEN, rig.execution().state());
    assertEquals(2, rig.intents().size());
  }

  @Test
  @Tag("fault:R2")
  @Tag("fault:R25")
  void concludesAbsenceOnKalshiAfterThreeCompleteReadsBeyondTheReadLag() {
    Rig rig = timedOut(YES);
    rig.lookup(rig.entry(YES), OrderLookup.Absent::new).pass(Duration.ofSeconds(2));
    rig.fillWhole(rig.order(NO, Purpose.UNWIND)).pass(Duration.ofMillis(2_999));
    assertEquals(Optional.of(OrderState.UNKNOWN), state(rig, rig.entry(YES)));
    assertEquals(rig.entry(YES).approval().reserved(), reserved(rig));
    rig.pass(Duration.ofMillis(1));
    assertEquals(ExecutionState.UNWOUND, rig.execution().state());
    assertTrue(rig.view().trading().orders().isEmpty());
    assertEquals(Usd.ZERO, reserved(rig));
    Golden.check("lost-request", rig.transcript());
  }

  @Test
  @Tag("fault:R2")
  void neverBuysALostEntryAnew() {
    Rig rig = Rig.live().bargain(100);
    rig.fillPart(rig.entry(NO), "0");
    OrderIntent yes = rig.entry(YES);
    rig.on(Rig.sent(yes, rig.now()), Rig.unknown(yes)).lookup(yes, OrderLookup.Absent::new);
    rig.pass(Duration.ofSeconds(30));
    assertEquals(ExecutionState.NOTHING_FILLED, rig.execution().state());
    assertEquals(2, rig.intents().size());
  }

  @Test
  void keepsTheReservationWhilePolymarketMayStillBookIt() {
    Rig rig = timedOut(NO);
    rig.lookup(rig.entry(NO), OrderLookup.Absent::new).pass(Duration.ofSeconds(100));
    assertEquals(OrderState.UNKNOWN, rig.view().trading().orders().getFirst().state());
    assertEquals(rig.entry(NO).approval().reserved(), reserved(rig));
    rig.pass(Duration.ofSeconds(100));
    assertEquals(Usd.ZERO, reserved(rig));
  }

  @Test
  @Tag("fault:R3")
  void sellsTheOtherLegWhenTheOrderIsMostLikelyLostAndEvensOutTheZombie() {
    Rig rig = timedOut(NO);
    OrderIntent no = rig.entry(NO);
    rig.lookup(no, OrderLookup.Absent::new).pass(Duration.ofSeconds(2));
    rig.fillWhole(rig.order(YES, Purpose.UNWIND));
    assertEquals(Quantity.ZERO, rig.execution().unhedged());
    assertEquals(ExecutionState.UNWINDING, rig.execution().state());

    rig.pass(Duration.ofSeconds(50));
    rig.books("0.39 x 5000", "0.43 x 5000", "0.54 x 5000", "0.58 x 5000");
    rig.on(Rig.filled(rig.fill(no, "100")));
    rig.fillWhole(rig.order(NO, Purpose.UNWIND));
    assertEquals(ExecutionState.UNWOUND, rig.execution().state());
    assertEquals(4, rig.intents().size());
    Golden.check("zombie", rig.transcript());
  }

  @Test
  void countsAnUnansweredOrderAsUnknownAfterTenSeconds() {
    Rig rig = Rig.live().bargain(100);
    rig.on(Rig.sent(rig.entry(NO), rig.now())).pass(Duration.ofSeconds(11));
    assertEquals(
        List.of(OrderState.UNKNOWN, OrderState.UNKNOWN),
        rig.view().trading().orders().stream().map(EngineView.OpenOrder::state).toList());
  }

  @Test
  void releasesWhatWasRefusedBeforeItLeft() {
    Rig rig = Rig.live().bargain(100);
    List<OrderIntent> entries = rig.intents();
    rig.on(
        new EngineEvent.IntentsRefused(
            rig.execution().id(),
            entries.stream().map(OrderIntent::id).toList(),
            "the lease is lost"));
    assertEquals(ExecutionState.REFUSED, rig.execution().state());
    assertEquals("the lease is lost", rig.execution().result().note());
    assertEquals(Usd.ZERO, reserved(rig));
  }

  @Test
  @Tag("fault:E5")
  void refusesToResumeWhileAnOrderIsUnknown() {
    Rig rig = timedOut(NO);
    var admin = new Actor("cli:admin", "admin");
    rig.ask(new OperatorRequest.Halt("test", admin));
    OperatorReply reply = rig.ask(new OperatorRequest.Resume("test", Instant.EPOCH, admin));
    assertTrue(
        reply instanceof OperatorReply.Refused(String why)
            && why.contains("1 orders of unknown outcome")
            && why.contains("is unhedged"),
        reply::toString);
  }

  private static Quantity all() {
    return Quantity.ofShares(100);
  }

  private static long lookUps(Rig rig) {
    return rig.effects(Effect.LookUp.class).size();
  }

  /** Of an order that may still change. */
  private static Optional<OrderState> state(Rig rig, OrderIntent order) {
    return rig.view().trading().orders().stream()
        .filter(open -> open.ref().id().equals(order.id()))
        .map(EngineView.OpenOrder::state)
        .findFirst();
  }

  private static List<Boolean> fences(Rig rig) {
    return rig.effects(Effect.LookUp.class).stream().map(Effect.LookUp::fence).toList();
  }

  private static Usd reserved(Rig rig) {
    return rig.view().wealth().cash().stream()
        .map(CashPosition::reserved)
        .reduce(Usd.ZERO, Usd::plus);
  }
}
