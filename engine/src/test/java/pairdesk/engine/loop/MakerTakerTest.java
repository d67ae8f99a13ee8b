package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.sample.SampleMarkets;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.VenueStatus.Health;

/**
 * A bid for NO on Polymarket at 0.53, hedged with YES on Kalshi at 0.44. Leg 0 rests, leg 1
 * follows. Both together cost 0.97 and a fee: too much to take both, as NO is offered at 0.56.
 */
class MakerTakerTest {
  private static final int BID = 0;
  private static final int HEDGE = 1;
  private static final Actor ADMIN = new Actor("discord:1", "Ada");

  private static Rig resting() {
    Rig rig = quiet(Rig.making(VenueId.POLYMARKET));
    return rig.pass(Duration.ofMillis(50)).rests(rig.entry(BID));
  }

  private static Rig quiet(Rig rig) {
    return rig.books("0.43 x 5000", "0.44 x 5000", "0.52 x 5000", "0.56 x 5000");
  }

  /** Some of the bid is filled, as the private stream tells it. */
  private static Rig filled(Rig rig, String shares) {
    return rig.on(Rig.filled(rig.fill(rig.entry(BID), shares)));
  }

  private static Rig ended(Rig rig, OrderIntent order, OrderState state, String filled) {
    return rig.on(rig.updated(order, state, filled));
  }

  @Test
  void restsABidOneTickAboveTheBest() {
    OrderIntent bid = resting().entry(BID);
    assertEquals(Rig.NO, bid.instrument());
    assertEquals(Price.parse("0.53"), bid.terms().limit());
    assertEquals(Quantity.parse("100"), bid.terms().quantity());
    assertTrue(bid.terms().postOnly());
    assertEquals(TimeInForce.GTD, bid.terms().timeInForce());
    assertEquals(Rig.START.plus(Duration.ofMinutes(4)), bid.terms().expiry());
    assertEquals("$53.00", bid.approval().reserved().toString(), "makers pay no fee there");
  }

  @Test
  void setsTheHedgesMoneyAsideWhileTheBidRests() {
    Rig rig = resting();
    // 100 at 0.44 and a fee of 1.7248
    assertEquals("$4954.2752", free(rig, VenueId.KALSHI));
    filled(rig, "100").fillWhole(rig.order(HEDGE, Purpose.HEDGE));
    assertEquals(ExecutionState.COMPLETE, rig.execution().state(), rig::transcript);
    assertEquals("$4954.2752", free(rig, VenueId.KALSHI));
  }

  private static String free(Rig rig, VenueId venue) {
    return rig.view().wealth().cash().stream()
        .filter(cash -> cash.venue().equals(venue))
        .map(cash -> cash.total().minus(cash.reserved()).toString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hedgesEachFillAtOnce() {
    Rig rig = filled(resting(), "40");
    OrderIntent first = rig.order(HEDGE, Purpose.HEDGE);
    assertEquals(Quantity.parse("40"), first.terms().quantity());
    assertEquals(Price.parse("0.44"), first.terms().limit());
    assertEquals(TimeInForce.IOC, first.terms().timeInForce());
    rig.pass(Duration.ofMillis(80)).fillWhole(first);
    assertEquals(ExecutionState.WORKING, rig.execution().state());
    filled(rig.pass(Duration.ofSeconds(2)), "60");
    OrderIntent second = rig.order(HEDGE, Purpose.HEDGE);
    assertEquals(Quantity.parse("60"), second.terms().quantity());
    rig.fillWhole(second);
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
    assertEquals(3, rig.intents().size());
  }

  @Test
  void doesNotHedgeTheSameFillTwice() {
    Rig rig = resting();
    Fill fill = rig.fill(rig.entry(BID), "40");
    rig.on(Rig.filled(fill)).on(Rig.filled(fill)).pass(Duration.ofSeconds(1));
    assertEquals(2, rig.intents().size());
  }

  @Test
  void whatFillsDuringAHedgeGoesIntoTheNext() {
    Rig rig = filled(resting(), "40");
    OrderIntent first = rig.order(HEDGE, Purpose.HEDGE);
    filled(rig, "10").pass(Duration.ofMillis(20)).fillWhole(first);
    assertEquals(2, rig.intents().size());
    rig.pass(Duration.ofMillis(300));
    assertEquals(Quantity.parse("10"), rig.order(HEDGE, Purpose.HEDGE).terms().quantity());
    assertFalse(isCancelled(rig), "the first hedge was whole");
  }

  @Test
  @Tag("fault:T20")
  void collectsWhatIsTooSmallForTheHedgesVenueAndThenWithdraws() {
    Rig rig = Rig.making(VenueId.KALSHI);
    rig.books("0.40 x 5000", "0.44 x 5000", "0.52 x 5000", "0.53 x 5000");
    OrderIntent bid = rig.entry(BID);
    assertEquals(VenueId.KALSHI, bid.instrument().venue(), "the mirror");
    rig.rests(bid);
    filled(rig, "3").pass(Duration.ofMillis(1_500));
    assertEquals(1, rig.intents().size());
    assertFalse(isCancelled(rig));
    filled(rig, "4");
    assertEquals(Quantity.parse("7"), rig.order(HEDGE, Purpose.HEDGE).terms().quantity());
    rig.fillWhole(rig.order(HEDGE, Purpose.HEDGE));
    filled(rig, "2").pass(Duration.ofMillis(2_001));
    assertTrue(isCancelled(rig));
    ended(rig, bid, OrderState.CANCELLED, "9");
    OrderIntent rest = rig.order(BID, Purpose.UNWIND);
    assertEquals(Quantity.parse("2"), rest.terms().quantity());
  }

  @Test
  @Tag("fault:O1")
  void withdrawsWhenTheEdgeIsGoneAndHedgesWhatFillsMeanwhile() {
    Rig rig = resting().pass(Duration.ofSeconds(1));
    rig.books("0.44 x 5000", "0.46 x 5000", "0.52 x 5000", "0.56 x 5000");
    assertTrue(isCancelled(rig), rig::transcript);
    filled(rig, "30").pass(Duration.ofMillis(400));
    assertEquals(1, rig.intents().size(), "0.46 is beyond two per cent of 0.44");
    quiet(rig);
    OrderIntent hedge = rig.order(HEDGE, Purpose.HEDGE);
    assertEquals(Quantity.parse("30"), hedge.terms().quantity());
    assertEquals(Price.parse("0.44"), hedge.terms().limit());
    rig.fillWhole(hedge);
    ended(rig, rig.entry(BID), OrderState.CANCELLED, "30");
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
  }

  @Test
  void hedgesAgainAtOnceWhenANewerBookShowsShares() {
    Rig rig = filled(resting(), "30");
    rig.fillPart(rig.order(HEDGE, Purpose.HEDGE), "0").pass(Duration.ofMillis(400));
    assertEquals(2, rig.intents().size(), "the same book, the same order");
    assertTrue(isCancelled(rig), "its hedge fell short");
    quiet(rig);
    assertEquals(1, rig.order(HEDGE, Purpose.HEDGE).origin().attempt());
  }

  @Test
  void hedgesAgainAfterASecondOnTheSameBook() {
    Rig rig = filled(resting(), "30");
    rig.fillPart(rig.order(HEDGE, Purpose.HEDGE), "0").pass(Duration.ofMillis(1_001));
    assertEquals(1, rig.order(HEDGE, Purpose.HEDGE).origin().attempt());
  }

  @Test
  void completesAtOnceWithinFivePerCentWhereThatLosesLess() {
    Rig rig = resting();
    rig.books("0.44 x 5000", "0.46 x 5000", "0.52 x 5000", "0.56 x 5000");
    ended(filled(rig, "30"), rig.entry(BID), OrderState.CANCELLED, "30");
    OrderIntent patch = rig.order(HEDGE, Purpose.PATCH);
    assertEquals(Quantity.parse("30"), patch.terms().quantity());
    assertEquals(Price.parse("0.46"), patch.terms().limit());
    rig.fillWhole(patch);
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
  }

  @Test
  void sellsAtOnceWhereTheHedgesPriceHasRunAway() {
    Rig rig = resting();
    rig.books("0.45 x 5000", "0.47 x 5000", "0.52 x 5000", "0.56 x 5000");
    filled(rig, "30").pass(Duration.ofMillis(100));
    assertEquals(1, rig.intents().size(), "the bid may still fill");
    ended(rig, rig.entry(BID), OrderState.CANCELLED, "30");
    OrderIntent unwind = rig.order(BID, Purpose.UNWIND);
    assertEquals(Quantity.parse("30"), unwind.terms().quantity());
    rig.fillWhole(unwind);
    assertEquals(ExecutionState.UNWOUND, rig.execution().state());
  }

  @Test
  void givesUpHedgingAfterTenAttemptsWithoutABookAndSells() {
    Rig rig = resting().pass(Duration.ofMillis(4_900));
    rig.book(Rig.NO, "0.52 x 5000", "0.56 x 5000").pass(Duration.ofMillis(101));
    ended(filled(rig, "30"), rig.entry(BID), OrderState.CANCELLED, "30");
    for (int i = 0; i < 10; i++) {
      OrderIntent hedge = rig.order(HEDGE, Purpose.HEDGE);
      assertEquals(i, hedge.origin().attempt());
      rig.fillPart(hedge, "0").book(Rig.NO, "0.52 x 5000", "0.56 x 5000");
      rig.pass(Duration.ofMillis(1_001));
    }
    assertEquals(ExecutionState.UNWINDING, rig.execution().state(), rig::transcript);
    assertEquals(Quantity.parse("30"), rig.order(BID, Purpose.UNWIND).terms().quantity());
  }

  @Test
  void sellsAtOnceWhenTheHedgeIsRefusedForGood() {
    Rig rig = filled(resting(), "30");
    rig.on(
        Rig.answered(
            rig.order(HEDGE, Purpose.HEDGE),
            new SubmitOutcome.Rejected(RejectCode.INSUFFICIENT_BALANCE, "no money")));
    assertTrue(isCancelled(rig));
    ended(rig, rig.entry(BID), OrderState.CANCELLED, "30");
    assertEquals(Quantity.parse("30"), rig.order(BID, Purpose.UNWIND).terms().quantity());
  }

  @Test
  void withdrawsAfterThirtySecondsAndTakesBothIfThatPays() {
    Rig rig = resting();
    for (int i = 0; i < 9; i++) {
      rig = quiet(rig.pass(Duration.ofSeconds(3)));
    }
    assertFalse(isCancelled(rig));
    quiet(rig.pass(Duration.ofMillis(2_900))).pass(Duration.ofMillis(200));
    assertTrue(isCancelled(rig));
    rig.books("0.38 x 5000", "0.40 x 5000", "0.52 x 5000", "0.55 x 5000");
    OrderIntent bid = rig.entry(BID);
    rig.forgetEffects();
    ended(rig, bid, OrderState.CANCELLED, "0");
    assertEquals(2, rig.intents().size(), rig::transcript);
    assertTrue(rig.intents().stream().allMatch(i -> i.terms().timeInForce() == TimeInForce.IOC));
  }

  @Test
  void closesAfterThirtySecondsWhereTakingBothDoesNotPay() {
    Rig rig = resting();
    for (int i = 0; i < 10; i++) {
      rig = quiet(rig.pass(Duration.ofMillis(3_001)));
    }
    OrderIntent bid = rig.entry(BID);
    ended(rig, bid, OrderState.CANCELLED, "0");
    assertEquals(ExecutionState.NOTHING_FILLED, rig.execution().state());
    quiet(rig.pass(Duration.ofSeconds(29)));
    assertEquals(1, rig.intents().size());
    quiet(rig.pass(Duration.ofMillis(1_001)));
    assertEquals(2, rig.intents().size(), "a bid may rest again");
  }

  @Test
  @Tag("fault:O3")
  @Tag("fault:T19")
  void bidsAnewOnlyWhenTheOldBidHasEnded() {
    Rig rig = resting().pass(Duration.ofSeconds(4));
    outbid(rig).pass(Duration.ofSeconds(4));
    assertFalse(isCancelled(rig), "too soon for another price");
    outbid(rig).pass(Duration.ofMillis(2_100));
    outbid(rig);
    assertTrue(isCancelled(rig));
    assertEquals(1, rig.intents().size());
    OrderIntent old = rig.entry(BID);
    ended(rig, old, OrderState.CANCELLED, "0");
    assertEquals(2, rig.intents().size(), rig::transcript);
    assertEquals(Price.parse("0.54"), rig.entry(BID).terms().limit());
    assertFalse(rig.entry(BID).origin().execution().equals(old.origin().execution()));
  }

  private static Rig outbid(Rig rig) {
    return rig.books("0.42 x 5000", "0.43 x 5000", "0.54 x 200, 0.53 x 100", "0.56 x 5000");
  }

  @Test
  void withdrawsWhenABookGoesStale() {
    Rig rig = resting().pass(Duration.ofMillis(4_900));
    assertFalse(isCancelled(rig));
    rig.pass(Duration.ofMillis(101));
    assertTrue(isCancelled(rig));
  }

  @Test
  @Tag("fault:R7")
  void withdrawsWhenTheHedgesVenueIsNotUp() {
    assertTrue(isCancelled(resting().venue(VenueId.KALSHI, Health.DEGRADED)));
  }

  @Test
  @Tag("fault:R31")
  void withdrawsWhenTheHeartbeatIsLost() {
    Rig rig = resting().silenceAccounts();
    rig.on(new EngineEvent.AccountDoubtful(VenueId.POLYMARKET, "heartbeat lost"));
    assertTrue(isCancelled(rig));
  }

  @Test
  @Tag("fault:E3")
  void withdrawsWhenThePairIsPaused() {
    Rig rig = resting();
    rig.ask(new OperatorRequest.ChangePair(Rig.pair(PairStatus.PAUSED), ADMIN));
    assertTrue(isCancelled(rig));
  }

  @Test
  @Tag("fault:K18")
  void withdrawsBeforeTheProcessEndsAndHedgesToTheEnd() {
    Rig rig = resting().on(new EngineEvent.Stopping());
    assertTrue(isCancelled(rig));
    filled(rig, "20");
    rig.fillWhole(rig.order(HEDGE, Purpose.HEDGE));
    ended(rig, rig.entry(BID), OrderState.CANCELLED, "20");
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
    quiet(rig.pass(Duration.ofMinutes(1)));
    assertEquals(2, rig.intents().size(), "nothing new");
  }

  @Test
  void asksAgainWhenACancelHasNoEffect() {
    Rig rig = resting().venue(VenueId.KALSHI, Health.DOWN).pass(Duration.ofMillis(2_001));
    assertEquals(2, rig.effects(Effect.Cancel.class).size());
  }

  @Test
  void doesNotHedgeWhatWasTakenBackAndSellsTheHedge() {
    Rig rig = resting();
    Fill fill = rig.fill(rig.entry(BID), "100");
    rig.on(Rig.filled(fill)).fillWhole(rig.order(HEDGE, Purpose.HEDGE));
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
    rig.voided(fill);
    assertEquals(Quantity.parse("100"), rig.order(HEDGE, Purpose.UNWIND).terms().quantity());
  }

  @Test
  @Tag("fault:T11")
  void withdrawsTheBidWhenAFillOfItIsTakenBack() {
    Rig rig = resting();
    Fill fill = rig.fill(rig.entry(BID), "40");
    rig.on(Rig.filled(fill)).fillWhole(rig.order(HEDGE, Purpose.HEDGE));
    rig.voided(fill);
    assertTrue(isCancelled(rig));
    ended(rig, rig.entry(BID), OrderState.CANCELLED, "40");
    assertEquals(Quantity.parse("40"), rig.order(HEDGE, Purpose.UNWIND).terms().quantity());
  }

  @Test
  @Tag("fault:C6")
  void restsNothingInTheLastMinuteAndIsGoneBefore() {
    Duration left = Duration.between(Rig.START, SampleMarkets.CLOSE);
    Rig rig = Rig.making(VenueId.POLYMARKET).pass(left.minusSeconds(75));
    quiet(rig).rests(rig.entry(BID));
    rig.pass(Duration.ofMillis(4_900));
    assertFalse(isCancelled(rig));
    quiet(rig).pass(Duration.ofMillis(100));
    assertTrue(isCancelled(rig), "70 s before the close");
    ended(rig, rig.entry(BID), OrderState.CANCELLED, "0");
    quiet(rig.pass(Duration.ofSeconds(9)));
    assertEquals(1, rig.intents().size());
  }

  @Test
  void restsNothingWhereTheHedgeIsThin() {
    Rig rig = Rig.making(VenueId.POLYMARKET);
    rig.books("0.43 x 5000", "0.44 x 240", "0.52 x 5000", "0.56 x 5000");
    assertTrue(rig.intents().isEmpty(), "a fifth of 240 is less than the least trade");
    rig.books("0.43 x 5000", "0.44 x 300", "0.52 x 5000", "0.56 x 5000");
    assertEquals(Quantity.parse("60"), rig.entry(BID).terms().quantity());
  }

  private static boolean isCancelled(Rig rig) {
    return !rig.effects(Effect.Cancel.class).isEmpty();
  }
}
