package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.VenueStatus.Health;

/**
 * Two legs that fill unequally. Leg 0 is YES on Kalshi at 0.40, leg 1 is NO on Polymarket at 0.55;
 * 100 shares of each were wanted.
 */
class PartialFillTest {
  private static final int YES = 0;
  private static final int NO = 1;

  /** YES filled whole; of NO so many shares, the rest cancelled. */
  private static Rig filled(String noShares) {
    Rig rig = Rig.live().bargain(100);
    rig.pass(Duration.ofMillis(50)).fillWhole(rig.entry(YES));
    return rig.fillPart(rig.entry(NO), noShares);
  }

  /** As {@link #filled}, after the ask of NO has moved to this price. */
  private static Rig filledAndMoved(String noShares, String noAsk) {
    Rig rig = Rig.live().bargain(100);
    rig.books("0.39 x 5000", "0.40 x 5000", "0.54 x 5000", noAsk + " x 5000");
    rig.pass(Duration.ofMillis(50)).fillWhole(rig.entry(YES));
    return rig.fillPart(rig.entry(NO), noShares);
  }

  @Test
  @Tag("fault:T1")
  void unwindsAtOnceWhenTheOtherLegIsRejected() {
    Rig rig = Rig.live().bargain(100);
    rig.pass(Duration.ofMillis(50)).fillWhole(rig.entry(YES));
    rig.on(
        Rig.answered(
            rig.entry(NO), new SubmitOutcome.Rejected(RejectCode.NOT_FILLABLE, "no match")));
    OrderIntent unwind = rig.order(YES, Purpose.UNWIND);
    assertEquals(Price.parse("0.38"), unwind.terms().limit());
    rig.pass(Duration.ofMillis(80))
        .on(
            Rig.sent(unwind, rig.now()),
            Rig.accepted(unwind, OrderState.FILLED, "100"),
            Rig.filled(rig.fill(unwind, "100", Price.parse("0.39"))));
    assertEquals(ExecutionState.UNWOUND, rig.execution().state());
    Golden.check("one-leg-rejected", rig.transcript());
  }

  @Test
  @Tag("fault:T2")
  void patchesEightyFivePercent() {
    Rig rig = filled("85");
    OrderIntent patch = rig.order(NO, Purpose.PATCH);
    assertEquals(Quantity.parse("15"), patch.terms().quantity());
    assertEquals(Price.parse("0.57"), patch.terms().limit());
    rig.pass(Duration.ofMillis(80)).fillWhole(patch);
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
    Golden.check("patched", rig.transcript());
  }

  @Test
  void unwindsAfterThreePatchesInVain() {
    Rig rig = filled("85");
    for (int i = 0; i < 3; i++) {
      rig.fillPart(rig.order(NO, Purpose.PATCH), "0").pass(Duration.ofMillis(1_001));
    }
    assertEquals(ExecutionState.UNWINDING, rig.execution().state());
    assertEquals(Quantity.parse("15"), rig.order(YES, Purpose.UNWIND).terms().quantity());
    assertEquals(
        3, rig.intents().stream().filter(i -> i.origin().purpose() == Purpose.PATCH).count());
  }

  @Test
  @Tag("fault:T3")
  void holdsSixtyPercentAndCompletesAtThePlannedPrice() {
    Rig rig = filledAndMoved("60", "0.57");
    assertEquals(ExecutionState.HOLDING, rig.execution().state());
    assertEquals(2, rig.intents().size());
    rig.pass(Duration.ofSeconds(3)).bargain(100);
    OrderIntent patch = rig.order(NO, Purpose.PATCH);
    assertEquals(Price.parse("0.55"), patch.terms().limit());
    rig.fillWhole(patch);
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
    Golden.check("held-then-patched", rig.transcript());
  }

  @Test
  @Tag("fault:C7")
  void timersThatComeLateAndAllAtOnceActOnce() {
    Rig rig = filledAndMoved("60", "0.58").sleep(Duration.ofMinutes(15));
    rig.books("0.39 x 5000", "0.40 x 5000", "0.54 x 5000", "0.58 x 5000").pass(Duration.ZERO);
    assertEquals(ExecutionState.UNWINDING, rig.execution().state());
    assertEquals(1, count(rig, Purpose.UNWIND), rig::transcript);
    assertEquals(3, rig.intents().size());
  }

  @Test
  @Tag("fault:T6")
  void unwindsWhenTheHoldExpires() {
    Rig rig = filledAndMoved("60", "0.58").pass(Duration.ofSeconds(598));
    rig.books("0.39 x 5000", "0.40 x 5000", "0.54 x 5000", "0.58 x 5000");
    assertEquals(ExecutionState.HOLDING, rig.execution().state());
    rig.pass(Duration.ofSeconds(3));
    assertEquals(ExecutionState.UNWINDING, rig.execution().state());
    assertEquals(Quantity.parse("40"), rig.order(YES, Purpose.UNWIND).terms().quantity());
  }

  @Test
  void completesWithinTheCapWhenTheHoldExpiresWhereThatLosesLess() {
    Rig rig = filledAndMoved("60", "0.57").pass(Duration.ofSeconds(598));
    rig.books("0.39 x 5000", "0.40 x 5000", "0.54 x 5000", "0.57 x 5000");
    rig.pass(Duration.ofSeconds(3));
    assertEquals(0, count(rig, Purpose.UNWIND));
    OrderIntent patch = rig.order(NO, Purpose.PATCH);
    assertEquals(Quantity.parse("40"), patch.terms().quantity());
    assertEquals(Price.parse("0.57"), patch.terms().limit());
  }

  @Test
  @Tag("fault:T4")
  void unwindsSeventyAndKeepsTheMatchedThirty() {
    Rig rig = filled("30");
    OrderIntent unwind = rig.order(YES, Purpose.UNWIND);
    assertEquals(Quantity.parse("70"), unwind.terms().quantity());
    rig.fillWhole(unwind);
    assertEquals(ExecutionState.UNWOUND, rig.execution().state());
    assertEquals(Quantity.parse("30"), rig.execution().legs().get(YES).held());
    assertEquals(Quantity.parse("30"), rig.execution().legs().get(NO).held());
  }

  @Test
  @Tag("fault:T7")
  void panicsDownTheRungsAndSticksWhenTheBidsVanish() {
    Rig rig = filled("0");
    rig.fillPart(rig.order(YES, Purpose.UNWIND), "20");
    rig.books("0.05 x 5000", "0.40 x 100", "0.54 x 5000", "0.90 x 5000");
    rig.pass(Duration.ofMillis(1_200));
    assertEquals(ExecutionState.PANIC, rig.execution().state());
    rig.pass(Duration.ofSeconds(4));
    assertEquals(ExecutionState.STUCK, rig.execution().state());
    assertTrue(alarms(rig, "stuck") >= 1, rig::transcript);
    rig.books("0.21 x 5000", "0.40 x 100", "0.54 x 5000", "0.90 x 5000");
    OrderIntent panic = rig.order(YES, Purpose.PANIC);
    assertEquals(Price.parse("0.20"), panic.terms().limit());
    rig.fillWhole(panic);
    assertEquals(ExecutionState.PANIC_CLOSED, rig.execution().state());
    Golden.check("stuck-then-sold", rig.transcript());
  }

  @Test
  @Tag("fault:E9")
  @Tag("fault:T7")
  void repeatsTheAlarmWhileStuck() {
    Rig rig = filled("0");
    rig.fillPart(rig.order(YES, Purpose.UNWIND), "0");
    rig.books("0.05 x 5000", "0.40 x 100", "0.54 x 5000", "0.90 x 5000");
    rig.pass(Duration.ofSeconds(5)).forgetEffects().pass(Duration.ofSeconds(121));
    assertEquals(2, alarms(rig, "stuck"));
  }

  @Test
  void entersNothingInTheEventOfAnExecutionThatIsStuck() {
    Rig rig = filled("0");
    rig.fillPart(rig.order(YES, Purpose.UNWIND), "0");
    rig.books("0.05 x 50000", "0.40 x 100", "0.54 x 5000", "0.90 x 5000");
    rig.pass(Duration.ofSeconds(5));
    assertEquals(ExecutionState.STUCK, rig.execution().state());
    int sent = rig.intents().size();
    rig.books("0.05 x 50000", "0.40 x 100", "0.54 x 5000", "0.55 x 5000");
    assertEquals(
        new Verdict.Refuse("stuck-event", "an execution is stuck in kalshi:KXRAIN, of this event"),
        rig.view().trading().opportunities().getFirst().verdict());
    assertEquals(
        0,
        rig.intents().stream()
            .skip(sent)
            .filter(i -> i.origin().purpose() == Purpose.ENTRY)
            .count());
  }

  @Test
  @Tag("fault:T8")
  void sellsNothingIntoAGhostBookBeforeASecondRead() {
    Rig rig = filled("0");
    rig.fillPart(rig.order(YES, Purpose.UNWIND), "0");
    rig.books("0.35 x 5000", "", "0.54 x 5000", "0.90 x 5000").pass(Duration.ofMillis(2_500));
    assertEquals(ExecutionState.PANIC, rig.execution().state());
    assertEquals(0, count(rig, Purpose.PANIC));
    rig.books("0.35 x 5000", "", "0.54 x 5000", "0.90 x 5000");
    assertEquals(1, count(rig, Purpose.PANIC));
  }

  @Test
  @Tag("fault:T9")
  void doesNotChaseBeyondFivePercent() {
    Rig rig = filledAndMoved("85", "0.58");
    assertEquals(0, count(rig, Purpose.PATCH));
    assertEquals(Quantity.parse("15"), rig.order(YES, Purpose.UNWIND).terms().quantity());
  }

  @Test
  void sellsWhenThatIsCheaperThanCompleting() {
    Rig rig = Rig.live().bargain(100);
    rig.books("0.44 x 5000", "0.45 x 5000", "0.54 x 5000", "0.57 x 5000");
    rig.pass(Duration.ofMillis(50)).fillWhole(rig.entry(YES)).fillPart(rig.entry(NO), "85");
    assertEquals(0, count(rig, Purpose.PATCH));
    assertEquals(1, count(rig, Purpose.UNWIND));
  }

  @Test
  void completesWithinTheCapWhereNobodyBuysTheSurplusWithinItsLoss() {
    Rig rig = Rig.live().bargain(100);
    rig.books("0.37 x 5000", "0.40 x 5000", "0.54 x 5000", "0.57 x 5000");
    rig.pass(Duration.ofMillis(50)).fillWhole(rig.entry(YES)).fillPart(rig.entry(NO), "0");
    assertEquals(0, count(rig, Purpose.UNWIND));
    OrderIntent patch = rig.order(NO, Purpose.PATCH);
    assertEquals(Quantity.parse("100"), patch.terms().quantity());
    assertEquals(Price.parse("0.57"), patch.terms().limit());
    rig.fillWhole(patch);
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
  }

  @Test
  void completesAtOnceWithinTheCapWhereTheBookHasMovedAndSellingLosesMore() {
    Rig rig = filledAndMoved("0", "0.57");
    assertEquals(0, count(rig, Purpose.UNWIND));
    assertEquals(Quantity.parse("100"), rig.order(NO, Purpose.PATCH).terms().quantity());
  }

  @Test
  void doesNotBuyWhatItsOwnOrderDidNotGetFromTheSameBook() {
    assertEquals(Price.parse("0.38"), filled("0").order(YES, Purpose.UNWIND).terms().limit());
  }

  @Test
  void sellsAgainAtOnceWhenANewerBookShowsBuyers() {
    Rig rig = filled("0");
    rig.fillPart(rig.order(YES, Purpose.UNWIND), "0").pass(Duration.ofMillis(100));
    assertEquals(1, count(rig, Purpose.UNWIND), "the same book, the same order");
    rig.books("0.39 x 5000", "0.40 x 5000", "0.54 x 5000", "0.60 x 5000");
    assertEquals(2, count(rig, Purpose.UNWIND));
  }

  @Test
  @Tag("fault:T10")
  void booksABetterPriceAsItIs() {
    Rig rig = Rig.live().bargain(100);
    OrderIntent no = rig.entry(NO);
    rig.fillWhole(rig.entry(YES))
        .on(
            Rig.sent(no, rig.now()),
            Rig.accepted(no, OrderState.FILLED, "100"),
            Rig.filled(rig.fill(no, "100", Price.parse("0.50"))));
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
    assertEquals("$50.00", rig.execution().legs().get(NO).spent().toString());
    assertEquals(2, rig.intents().size());
  }

  @Test
  @Tag("fault:T17")
  void unwindsOnItsOwnVenueWhenTheOtherGoesDown() {
    Rig rig = Rig.live().bargain(100);
    rig.fillWhole(rig.entry(YES))
        .venue(VenueId.POLYMARKET, Health.DOWN)
        .on(Rig.answered(rig.entry(NO), new SubmitOutcome.NotSent("connection refused")));
    assertEquals(VenueId.KALSHI, rig.order(YES, Purpose.UNWIND).instrument().venue());
  }

  @Test
  @Tag("fault:T17")
  void completesWhereTheFilledLegsVenueIsDown() {
    Rig rig = Rig.live().bargain(100);
    rig.fillWhole(rig.entry(YES))
        .venue(VenueId.KALSHI, Health.DOWN)
        .on(
            Rig.answered(
                rig.entry(NO), new SubmitOutcome.Rejected(RejectCode.RATE_LIMITED, "later")));
    assertEquals(0, count(rig, Purpose.UNWIND));
    assertEquals(Quantity.parse("100"), rig.order(NO, Purpose.PATCH).terms().quantity());
  }

  @Test
  @Tag("fault:T14")
  void answersAFillOnceThoughStreamAndPollTellIt() {
    Rig rig = Rig.live().bargain(100);
    rig.fillWhole(rig.entry(YES));
    OrderIntent no = rig.entry(NO);
    var fill = rig.fill(no, "85");
    rig.on(Rig.sent(no, rig.now()), Rig.accepted(no, OrderState.CANCELLED, "85"));
    rig.on(Rig.filled(fill)).on(Rig.filled(fill)).on(Rig.filled(fill.withOrder(no.id())));
    assertEquals(1, count(rig, Purpose.PATCH));
  }

  private static long count(Rig rig, Purpose purpose) {
    return rig.intents().stream().filter(i -> i.origin().purpose() == purpose).count();
  }

  static long alarms(Rig rig, String code) {
    return rig.effects(Effect.Tell.class).stream()
        .map(Effect.Tell::notice)
        .filter(n -> n instanceof Notice.Alarm alarm && alarm.code().equals(code))
        .count();
  }
}
