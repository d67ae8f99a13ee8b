package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.engine.loop.PartialFillTest.alarms;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ClientOrderIds;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.AccountSnapshot.Part;
import pairdesk.engine.venue.OrderUpdate;

/** The venues' accounts against our books. */
class ReconcilerTest {

  private static EngineEvent account(
      Rig rig, Usd cash, List<AccountSnapshot.Holding> holdings, List<OrderUpdate> orders) {
    return reported(rig, cash, holdings, orders, EnumSet.allOf(Part.class));
  }

  private static EngineEvent reported(
      Rig rig,
      Usd cash,
      List<AccountSnapshot.Holding> holdings,
      List<OrderUpdate> orders,
      Set<Part> complete) {
    return new EngineEvent.AccountReported(
        new AccountSnapshot(
            VenueId.KALSHI,
            rig.now(),
            List.of(new AccountSnapshot.Cash(0, cash, 1)),
            holdings,
            orders,
            rig.fills(VenueId.KALSHI),
            List.of(),
            complete));
  }

  private static boolean isClean(Rig rig) {
    EngineView.Venue kalshi = rig.view().desk().venues().get(VenueId.KALSHI);
    return kalshi != null && kalshi.reconciled().clean();
  }

  @Test
  void nothingIsTradedBeforeBothAccountsWereRead() {
    Rig rig = new Rig(Rig.settings(), Rig.recovered(Mode.LIVE), false).bargain(100);
    assertTrue(rig.intents().isEmpty());
    rig.pass(Duration.ofSeconds(1)).readAccounts().bargain(100);
    assertEquals(2, rig.intents().size());
  }

  @Test
  @Tag("fault:R24")
  void anIncompleteReadConcludesNothing() {
    Rig rig = new Rig(Rig.settings(), Rig.recovered(Mode.LIVE), false);
    rig.on(reported(rig, Rig.CASH, List.of(), List.of(), EnumSet.of(Part.CASH, Part.FILLS)));
    assertFalse(isClean(rig));
  }

  /** The cash is told again and again, and what is held no more: a difference would go unseen. */
  @Test
  @Tag("fault:R29")
  void readsThatLackAPartKeepAnAccountReconciledForTwoMinutes() {
    Rig inTime = Rig.live().silenceAccounts();
    cashAloneAfter(inTime, Duration.ofSeconds(60));
    cashAloneAfter(inTime, Duration.ofSeconds(60));
    assertEquals(2, inTime.bargain(100).intents().size());
    Rig late = Rig.live().silenceAccounts();
    cashAloneAfter(late, Duration.ofSeconds(60));
    cashAloneAfter(late, Duration.ofSeconds(61));
    late.bargain(100);
    assertTrue(late.intents().isEmpty());
    assertEquals(
        new Verdict.Refuse("reconciled", "Kalshi's account is not reconciled"),
        late.view().trading().opportunities().getFirst().verdict());
    late.readAccounts().pass(Duration.ofSeconds(1)).bargain(101);
    assertEquals(2, late.intents().size());
  }

  private static void cashAloneAfter(Rig rig, Duration span) {
    rig.pass(span).readAccountOf(VenueId.POLYMARKET);
    rig.on(reported(rig, Rig.CASH, List.of(), List.of(), EnumSet.of(Part.CASH, Part.FILLS)));
  }

  @Test
  void aPositionThatDiffersTwiceStopsEntriesAndIsTold() {
    Rig rig = Rig.live().bargain(100);
    rig.fillWhole(rig.entry(0)).fillWhole(rig.entry(1));
    rig.silenceAccounts().pass(Duration.ofSeconds(40)).forgetEffects();
    Usd cash = cash(rig);
    var less = List.of(new AccountSnapshot.Holding(Rig.YES, Quantity.ofShares(90)));
    rig.on(account(rig, cash, less, List.of()));
    assertEquals(0, alarms(rig, "reconcile-difference"));
    assertFalse(isClean(rig));
    rig.pass(Duration.ofSeconds(10)).on(account(rig, cash, less, List.of()));
    assertEquals(1, alarms(rig, "reconcile-difference"));
    assertTrue(rig.bargain(100).intents().isEmpty());
    var right = List.of(new AccountSnapshot.Holding(Rig.YES, Quantity.ofShares(100)));
    rig.pass(Duration.ofSeconds(10)).on(account(rig, cash, right, List.of()));
    assertTrue(isClean(rig));
  }

  @Test
  void aFillThatTheVenueDoesNotListIsADifference() {
    Rig rig = Rig.live().bargain(100);
    Fill fill = rig.fill(rig.entry(0), "100");
    rig.fillPart(rig.entry(1), "0").forgetFill(fill);
    rig.on(Rig.sent(rig.entry(0), rig.now()), Rig.filled(fill)).silenceAccounts();
    rig.pass(Duration.ofSeconds(40));
    var held = List.of(new AccountSnapshot.Holding(Rig.YES, Quantity.ofShares(100)));
    rig.on(account(rig, cash(rig), held, List.of()));
    assertFalse(isClean(rig));
  }

  @Test
  void whatAPersonHoldsBesideUsIsNoDifference() {
    Rig rig = Rig.live().silenceAccounts();
    var theirs = List.of(new AccountSnapshot.Holding(Rig.YES, Quantity.ofShares(7)));
    rig.on(account(rig, Rig.CASH, theirs, List.of())).on(account(rig, Rig.CASH, theirs, List.of()));
    assertTrue(isClean(rig));
  }

  @Test
  void missingCashIsToldAndTheVenuesFigureCounts() {
    Rig rig = Rig.live().silenceAccounts();
    rig.on(account(rig, Usd.ofDollars(4_000), List.of(), List.of()));
    assertEquals(1, alarms(rig, "cash-difference"));
    assertEquals(Usd.ofDollars(9_000), rig.view().wealth().risk().capital());
    rig.on(account(rig, Usd.ofDollars(4_000), List.of(), List.of()));
    assertEquals(1, alarms(rig, "cash-difference"));
  }

  /** What was paid out stands in the part that is missing. */
  @Test
  @Tag("fault:R24")
  void cashIsNotComparedWithoutWhatMovesIt() {
    for (Part missing : List.of(Part.FILLS, Part.PAYOUTS)) {
      Rig rig = Rig.live().silenceAccounts();
      Usd more = Rig.CASH.plus(Usd.ofDollars(100));
      var parts = EnumSet.complementOf(EnumSet.of(missing));
      rig.on(reported(rig, more, List.of(), List.of(), parts));
      assertEquals(0, alarms(rig, "cash-difference"), missing::name);
      assertEquals(Rig.CASH, cash(rig), missing::name);
      rig.on(account(rig, more, List.of(), List.of()));
      assertEquals(1, alarms(rig, "cash-difference"), missing::name);
    }
  }

  @Test
  void aWithdrawalOfAFifthStopsNothing() {
    Rig rig = Rig.live().silenceAccounts();
    rig.on(account(rig, Usd.ofDollars(3_000), List.of(), List.of()));
    assertEquals(1, alarms(rig, "cash-difference"));
    assertEquals(List.of(), rig.view().desk().breakers());
    assertFalse(rig.view().desk().controls().halted());
  }

  @Test
  void anOrderWithOurIdAndWithoutAnIntentHalts() {
    Rig rig = Rig.live().silenceAccounts();
    var origin = new OrderIntent.Origin(new ExecutionId("lost"), 0, 0, Purpose.ENTRY, Rig.PAIR);
    rig.on(
        account(
            rig,
            Rig.CASH,
            List.of(),
            List.of(resting(rig, ClientOrderIds.derive("test", origin)))));
    assertTrue(rig.view().desk().controls().halted());
    assertEquals(1, alarms(rig, "invariant"));
  }

  @Test
  @Tag("fault:O10")
  void anOrderOfAPersonIsLeftAlone() {
    Rig rig = Rig.live().silenceAccounts();
    rig.on(account(rig, Rig.CASH, List.of(), List.of(resting(rig, new ClientOrderId("by-hand")))));
    assertFalse(rig.view().desk().controls().halted());
    assertTrue(rig.effects(Effect.Cancel.class).isEmpty());
  }

  @Test
  @Tag("fault:W19")
  void aFillOfAPersonIsBookedAsTheirsAfterAMinute() {
    Rig rig = Rig.live().silenceAccounts();
    var theirs =
        new Fill(
            new Fill.Key("kalshi", "x1", "by-hand"),
            null,
            Rig.YES,
            Side.BUY,
            Quantity.ofShares(3),
            Price.parse("0.40"),
            Usd.ofCents(6),
            Fill.Liquidity.TAKER,
            FillStatus.FINAL,
            rig.now());
    rig.on(Rig.filled(theirs));
    assertTrue(rig.view().wealth().positions().isEmpty());
    rig.pass(Duration.ofSeconds(60));
    assertEquals(Quantity.ofShares(3), rig.view().wealth().positions().getFirst().quantity());
    assertTrue(rig.view().trading().executions().isEmpty());
  }

  @Test
  void tellsWhenAPersonSellsWhatAnExecutionHadBought() {
    Rig rig = Rig.live().silenceAccounts().bargain(100);
    rig.fillWhole(rig.entry(rig.noLeg())).fillWhole(rig.entry(1 - rig.noLeg()));
    Fill ours = rig.fill(rig.entry(1 - rig.noLeg()), "20");
    rig.on(Rig.filled(byAPerson("x1", Side.BUY, ours, rig)));
    rig.pass(Duration.ofSeconds(61));
    assertEquals(0, alarms(rig, "external-fill"));
    rig.on(Rig.filled(byAPerson("x2", Side.SELL, ours, rig)));
    rig.pass(Duration.ofSeconds(61));
    assertEquals(1, alarms(rig, "external-fill"));
    rig.on(Rig.filled(byAPerson("x2", Side.SELL, ours, rig)));
    rig.pass(Duration.ofSeconds(61));
    assertEquals(1, alarms(rig, "external-fill"));
  }

  private static Fill byAPerson(String trade, Side side, Fill like, Rig rig) {
    return new Fill(
        new Fill.Key(like.key().venue(), trade, "by-hand"),
        null,
        like.instrument(),
        side,
        like.quantity(),
        like.price(),
        Usd.ofCents(6),
        Fill.Liquidity.TAKER,
        FillStatus.FINAL,
        rig.now());
  }

  @Test
  @Tag("fault:W6")
  void readsAtOnceWhenTheStreamMayHaveMissedSomething() {
    Rig rig = Rig.live().silenceAccounts();
    rig.on(new EngineEvent.AccountDoubtful(VenueId.KALSHI, "reconnected"));
    assertEquals(1, rig.effects(Effect.ReadAccount.class).size());
    assertTrue(rig.bargain(100).intents().isEmpty());
  }

  @Test
  @Tag("fault:W6")
  void readsFromAMinuteBeforeTheLastRead() {
    Rig rig = Rig.live();
    Instant last = rig.now();
    rig.pass(Duration.ofSeconds(61));
    assertEquals(
        last.minusSeconds(60), rig.effects(Effect.ReadAccount.class).getFirst().fillsSince());
  }

  @Test
  void booksAPayoutOnceAndEndsThePair() {
    Rig rig = Rig.live().bargain(100);
    rig.fillWhole(rig.entry(0)).fillWhole(rig.entry(1)).silenceAccounts();
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
    var payout = new AccountSnapshot.Payout(Rig.KALSHI, 10_000, Usd.ofDollars(100), rig.now());
    var snapshot =
        new AccountSnapshot(
            VenueId.KALSHI,
            rig.now(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(payout),
            EnumSet.of(Part.PAYOUTS));
    Usd before = cash(rig);
    rig.on(new EngineEvent.AccountReported(snapshot)).on(new EngineEvent.AccountReported(snapshot));
    assertEquals(before.plus(Usd.ofDollars(100)), cash(rig));
    rig.on(new EngineEvent.MarketListed(Rig.settled(Rig.KALSHI)));
    assertEquals(PairStatus.EXPIRED, rig.view().desk().pairs().getFirst().status());
  }

  @Test
  @Tag("fault:O8")
  void asksForARestingOrderThatTheVenueDoesNotList() {
    Rig rig = Rig.live().silenceAccounts().bargain(100);
    OrderIntent yes = rig.entry(0);
    rig.on(Rig.sent(yes, rig.now()), Rig.accepted(yes, OrderState.LIVE, "0"));
    rig.pass(Duration.ofMillis(500)).forgetEffects();
    rig.on(account(rig, Rig.CASH, List.of(), List.of())).pass(Duration.ofMillis(250));
    assertTrue(
        rig.effects(Effect.LookUp.class).stream()
            .anyMatch(look -> look.order().id().equals(yes.id())));
  }

  private static OrderUpdate resting(Rig rig, ClientOrderId id) {
    return new OrderUpdate(
        VenueId.KALSHI, id, "v-1", OrderState.LIVE, Quantity.ZERO, "", rig.now());
  }

  private static Usd cash(Rig rig) {
    return rig.view().wealth().cash().stream()
        .filter(c -> c.venue().equals(VenueId.KALSHI))
        .findFirst()
        .orElseThrow()
        .total();
  }
}
