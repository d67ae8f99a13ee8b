package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.AccountSnapshot.Holding;
import pairdesk.engine.venue.AccountSnapshot.Part;
import pairdesk.engine.venue.Claim;
import pairdesk.engine.venue.RedeemOutcome;

/** A hedged pair of 100 shares whose Polymarket leg, NO, has won, lost or been made void. */
class RedemptionTest {
  private static final Quantity SHARES = Quantity.ofShares(100);
  private static final Claim WON = new Claim(Rig.POLY, 0, Quantity.ZERO, SHARES);
  private static final Usd PAID = Usd.ofDollars(100);

  /** In LIVE, with both legs filled and final. */
  private static Rig hedged() {
    Rig rig = Rig.live().bargain(100);
    rig.fillWhole(rig.entry(rig.yesLeg()));
    Fill no = rig.fill(rig.entry(rig.noLeg()), "100");
    rig.on(
        Rig.sent(rig.entry(rig.noLeg()), rig.now()),
        Rig.accepted(rig.entry(rig.noLeg()), OrderState.FILLED, "100"),
        Rig.filled(no));
    rig.settled(no);
    return rig.silenceAccounts().forgetEffects();
  }

  /** NO pays a dollar, and has been asked for. */
  private static Rig won() {
    Rig rig = hedged();
    return rig.on(account(rig, "100", Price.ONE));
  }

  /** Polymarket's account with this many shares of NO, each of which pays so much. */
  private static EngineEvent account(Rig rig, String shares, @Nullable Price pays) {
    return account(rig, List.of(holding(Rig.NO, shares, pays)), List.of());
  }

  private static Holding holding(Instrument instrument, String shares, @Nullable Price pays) {
    return new Holding(instrument, Quantity.parse(shares), pays);
  }

  private static EngineEvent account(
      Rig rig, List<Holding> holdings, List<AccountSnapshot.Payout> payouts) {
    return new EngineEvent.AccountReported(
        new AccountSnapshot(
            VenueId.POLYMARKET,
            rig.now(),
            List.of(),
            holdings,
            List.of(),
            rig.fills(VenueId.POLYMARKET),
            payouts,
            EnumSet.of(Part.HOLDINGS, Part.PAYOUTS, Part.FILLS)));
  }

  private static EngineEvent answered(RedeemOutcome outcome) {
    return new EngineEvent.RedeemAnswered(WON, outcome);
  }

  private static List<Claim> asked(Rig rig) {
    return rig.effects(Effect.Redeem.class).stream().map(Effect.Redeem::claim).toList();
  }

  private static List<String> alarms(Rig rig) {
    var codes = new ArrayList<String>();
    for (Effect.Tell tell : rig.effects(Effect.Tell.class)) {
      if (tell.notice() instanceof Notice.Alarm alarm) {
        codes.add(alarm.code());
      }
    }
    return codes;
  }

  private static Quantity held(Rig rig) {
    return rig.view().wealth().positions().stream()
        .filter(p -> p.instrument().equals(Rig.NO))
        .findFirst()
        .orElseThrow()
        .quantity();
  }

  private static List<Usd> booked(Rig rig) {
    return rig.effects(Effect.Write.class).stream()
        .filter(w -> w.row() instanceof JournalRecord.PayoutBooked)
        .map(w -> ((JournalRecord.PayoutBooked) w.row()).paid())
        .toList();
  }

  @Test
  void winningsAreAskedForOnceAndBookedWhenTheyArePaid() {
    Rig rig = hedged();
    rig.on(account(rig, "100", Price.ONE)).on(account(rig, "100", Price.ONE));
    assertEquals(List.of(WON), asked(rig));
    assertEquals(SHARES, held(rig));
    assertEquals(WON, rig.view().wealth().winnings().getFirst().claim());
    rig.on(answered(new RedeemOutcome.Paid(PAID, "0xab")));
    assertEquals(List.of(PAID), booked(rig));
    assertEquals(Quantity.ZERO, held(rig));
    assertEquals(List.of(), rig.view().wealth().winnings());
    assertEquals(List.of(), alarms(rig));
  }

  @Test
  void theVenuesOwnRecordOfThePaymentChangesNothing() {
    Rig rig = won();
    rig.on(answered(new RedeemOutcome.Paid(PAID, "0xab")));
    var cash = rig.view().wealth().cash();
    var row = new AccountSnapshot.Payout(Rig.POLY, 0, PAID, rig.now().minusSeconds(3));
    rig.pass(Duration.ofSeconds(20)).on(account(rig, List.of(), List.of(row)));
    assertEquals(
        cash.stream().map(c -> c.total()).toList(),
        rig.view().wealth().cash().stream().map(c -> c.total()).toList());
    assertEquals(
        1,
        rig.effects(Effect.Tell.class).stream()
            .filter(tell -> tell.notice() instanceof Notice.PaidOut)
            .count());
  }

  @Test
  @Tag("fault:L5")
  void anOpenCallIsAskedAboutAgainWithGrowingPauses() {
    Rig rig = won();
    rig.on(answered(new RedeemOutcome.Open("STATE_NEW"))).pass(Duration.ofSeconds(4));
    assertEquals(1, asked(rig).size());
    rig.pass(Duration.ofSeconds(1));
    assertEquals(2, asked(rig).size());
    rig.on(answered(new RedeemOutcome.Missing("not known"))).pass(Duration.ofSeconds(9));
    assertEquals(2, asked(rig).size());
    rig.pass(Duration.ofSeconds(1));
    assertEquals(3, asked(rig).size());
  }

  @Test
  void aPersonIsToldOnceOfACallThatDoesNotEnd() {
    Rig rig = won();
    for (int i = 0; i < 20; i++) {
      rig.on(answered(new RedeemOutcome.Open("STATE_NEW"))).pass(Duration.ofMinutes(1));
    }
    assertEquals(List.of("redeem-open"), alarms(rig));
  }

  @Test
  @Tag("fault:L6")
  void aFailureIsToldOnceAndTriedAgainLater() {
    Rig rig = won();
    rig.on(answered(new RedeemOutcome.Failed("STATE_FAILED"))).pass(Duration.ofSeconds(29));
    assertEquals(1, asked(rig).size());
    rig.pass(Duration.ofSeconds(1));
    assertEquals(2, asked(rig).size());
    rig.on(answered(new RedeemOutcome.Failed("STATE_FAILED")));
    assertEquals(List.of("redeem-failed"), alarms(rig));
    assertEquals(SHARES, held(rig));
  }

  @Test
  @Tag("fault:L6")
  void whereTheDeskIsNotSetUpAPersonIsToldOnceAndTheHandsPaymentIsBooked() {
    Rig rig = won();
    rig.on(answered(new RedeemOutcome.ByHand("there is no key of the relayer")));
    rig.pass(Duration.ofHours(1)).on(account(rig, "100", Price.ONE));
    assertEquals(1, asked(rig).size());
    assertEquals(List.of("redeem-by-hand"), alarms(rig));
    var row = new AccountSnapshot.Payout(Rig.POLY, 0, PAID, rig.now());
    rig.on(account(rig, List.of(), List.of()));
    assertEquals(SHARES, held(rig));
    rig.on(account(rig, List.of(), List.of(row)));
    assertEquals(Quantity.ZERO, held(rig));
    assertEquals(List.of(PAID), booked(rig));
  }

  @Test
  void worthlessSharesEndWithoutACall() {
    Rig rig = hedged();
    rig.on(account(rig, "100", Price.ZERO)).on(account(rig, "100", Price.ZERO));
    assertEquals(List.of(), asked(rig));
    assertEquals(List.of(Usd.ZERO), booked(rig));
    assertEquals(Quantity.ZERO, held(rig));
    assertEquals(List.of(), alarms(rig));
  }

  @Test
  @Tag("fault:L2")
  @Tag("fault:M11")
  void aVoidPaysHalf() {
    Rig rig = hedged();
    rig.on(account(rig, "100", Price.ofCents(50)));
    Claim half = new Claim(Rig.POLY, 5_000, Quantity.ZERO, SHARES);
    assertEquals(List.of(half), asked(rig));
    assertEquals(Usd.ofDollars(50), half.worth());
  }

  @Test
  void waitsForFillsThatMayStillBeTakenBack() {
    Rig rig = Rig.live().bargain(100);
    rig.fillWhole(rig.entry(0)).fillWhole(rig.entry(1)).silenceAccounts().forgetEffects();
    rig.on(account(rig, "100", Price.ONE));
    assertEquals(List.of(), asked(rig));
    Fill provisional = rig.fills(VenueId.POLYMARKET).getFirst();
    rig.on(Rig.filled(provisional.withStatus(FillStatus.FINAL)));
    assertEquals(1, asked(rig).size());
  }

  @Test
  void inMonitorOnlyWhatLiveHadBought() {
    Rig rig = hedged();
    rig.ask(new OperatorRequest.SetMode(Mode.MONITOR, rig.now(), new Actor("a", "admin")));
    rig.on(account(rig, "100", Price.ONE));
    assertEquals(1, asked(rig).size());

    Rig other = new Rig(Rig.settings(), Rig.recovered(Mode.MONITOR));
    other.silenceAccounts().forgetEffects();
    other.on(externalFill(other)).pass(Duration.ofMinutes(2));
    other.on(account(other, "100", Price.ONE));
    assertEquals(SHARES, held(other));
    assertEquals(List.of(), asked(other));
    assertEquals(1, other.view().wealth().winnings().size());
  }

  /** A person bought at the venue's website. */
  private static EngineEvent externalFill(Rig rig) {
    return Rig.filled(
        new Fill(
            new Fill.Key("polymarket", "web", "0xweb"),
            null,
            Rig.NO,
            Side.BUY,
            SHARES,
            Price.ofCents(55),
            Usd.ZERO,
            Fill.Liquidity.TAKER,
            FillStatus.FINAL,
            rig.now()));
  }

  @Test
  void neverDuringAHalt() {
    Rig rig = hedged();
    Actor admin = new Actor("a", "admin");
    rig.ask(new OperatorRequest.Halt("looking", admin));
    rig.on(account(rig, "100", Price.ONE));
    assertEquals(List.of(), asked(rig));
  }

  @Test
  void sharesOfWhichOurBooksKnowNothingAreLeftAlone() {
    Rig rig = Rig.live().silenceAccounts();
    rig.on(account(rig, "100", Price.ONE)).pass(Duration.ofMinutes(1));
    assertEquals(List.of(), asked(rig));
    assertEquals(List.of(), rig.view().wealth().winnings());
  }

  @Test
  @Tag("fault:L7")
  void aSettledMarketThatWeHoldIsReadAtOnceAndItsPairEnds() {
    Rig rig = hedged();
    rig.on(account(rig, "100", null)).forgetEffects();
    rig.on(new EngineEvent.MarketListed(Rig.settled(Rig.POLY)));
    assertTrue(
        rig.effects(Effect.ReadAccount.class).stream()
            .anyMatch(read -> read.venue().equals(VenueId.POLYMARKET)));
    assertEquals(PairStatus.EXPIRED, rig.view().desk().pairs().getFirst().status());
  }
}
