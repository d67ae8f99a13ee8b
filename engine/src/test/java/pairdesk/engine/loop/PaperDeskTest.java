package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.Position;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.Verdict;

/** PAPER from detection to the end, on books that the real ones never meet. */
class PaperDeskTest {
  private static final Actor ADMIN = new Actor("1", "ada");

  @Test
  void tradesOnPaperFromDetectionToComplete() {
    PaperRig paper = PaperRig.paper().bargain(100);
    ExecutionSnapshot execution = paper.rig().execution();
    assertEquals(Mode.PAPER, execution.mode());
    assertEquals(ExecutionState.COMPLETE, execution.state());
    assertEquals(Quantity.ofShares(100), execution.legs().getFirst().bought());
    assertEquals(1, paper.rig().view().paper().kpis().completed());
    assertEquals(0, paper.rig().view().trading().kpis().completed());
  }

  @Test
  void paperMoneyIsSpentAndRealMoneyIsNot() {
    Rig rig = PaperRig.paper().bargain(100).rig();
    EngineView.Wealth paper = rig.view().paper().wealth();
    EngineView.Wealth real = rig.view().wealth();
    assertEquals(List.of("100", "100"), held(paper));
    assertEquals(List.of(), held(real));
    for (CashPosition cash : paper.cash()) {
      Usd spent = EngineSettings.Account.PAPER_CASH.minus(cash.total());
      assertTrue(spent.isGreaterThan(Usd.ofDollars(40)), cash::toString);
    }
    assertEquals(
        Set.of(Rig.CASH),
        real.cash().stream().map(CashPosition::total).collect(Collectors.toSet()));
    assertEquals(Usd.ZERO, reserved(real));
    assertEquals(Usd.ZERO, reserved(paper));
  }

  @Test
  void writesOfPaperBooksOnlyTheFills() {
    Rig traded = PaperRig.paper().bargain(100).rig();
    List<JournalRecord> rows =
        traded.effects(Effect.Write.class).stream().map(Effect.Write::row).toList();
    assertEquals(2, rows.stream().filter(JournalRecord.FillBooked.class::isInstance).count());
    assertFalse(rows.stream().anyMatch(JournalRecord.PositionChanged.class::isInstance));
    assertFalse(rows.stream().anyMatch(JournalRecord.PnlChanged.class::isInstance));
  }

  @Test
  void anAnswerIsPaidOnceAndStaysPaidAfterARestart() {
    PaperRig paper = PaperRig.paper().bargain(100);
    Usd before = cash(paper.rig());
    paper.settled(Rig.YES.market(), Price.ONE).settled(Rig.NO.market(), Price.ONE);
    paper.settled(Rig.YES.market(), Price.ONE);
    Rig rig = paper.rig();
    assertEquals(List.of(), held(rig.view().paper().wealth()));
    assertEquals(before.plus(Usd.ofDollars(100)), cash(rig));
    assertEquals(
        List.of("PAPER $100.00", "PAPER $0.00"),
        rig.effects(Effect.Tell.class).stream()
            .filter(tell -> tell.notice() instanceof Notice.PaidOut)
            .map(tell -> (Notice.PaidOut) tell.notice())
            .map(told -> told.mode() + " " + told.payout().paid())
            .toList());

    Rig next = new PaperRig(PaperRig.stored(rig)).settled(Rig.YES.market(), Price.ONE).rig();
    assertEquals(cash(rig), cash(next));
    assertEquals(List.of(), held(next.view().paper().wealth()));
    assertEquals(List.of(), next.view().wealth().pnl(), "of the real account nothing was paid");
  }

  private static Usd cash(Rig rig) {
    return rig.view().paper().wealth().cash().stream()
        .map(CashPosition::total)
        .reduce(Usd.ZERO, Usd::plus);
  }

  @Test
  void everyPaperOrderSaysSo() {
    Rig rig = PaperRig.paper().bargain(100).rig();
    List<Effect.Submit> submits = rig.effects(Effect.Submit.class);
    assertFalse(submits.isEmpty());
    assertTrue(submits.stream().allMatch(submit -> submit.mode() == Mode.PAPER));
  }

  @Test
  void whatTheBookDoesNotShowIsEvenedOutOnPaperToo() {
    PaperRig paper = PaperRig.paper();
    paper.books("0.39 x 5000", "0.40 x 100", "0.54 x 5000", "0.55 x 100");
    paper.pass(Duration.ofMinutes(1));
    paper.books("0.39 x 5000", "0.40 x 100", "0.54 x 5000", "0.55 x 100");
    List<ExecutionState> states =
        paper.rig().view().trading().executions().stream().map(ExecutionSnapshot::state).toList();
    assertEquals(
        List.of(ExecutionState.NOTHING_FILLED, ExecutionState.COMPLETE),
        states,
        "depth that was taken on paper is not there a second time");
  }

  @Test
  void refusesWhatThePaperAccountCannotPay() {
    EngineSettings usual = Rig.settings();
    var poor =
        new EngineSettings(
            new EngineSettings.Account("test", 1, Usd.ofDollars(10)),
            usual.venues(),
            usual.strategyModes(),
            usual.rules(),
            usual.rhythm());
    Rig rig = new PaperRig(Rig.recovered(Mode.PAPER), poor).bargain(100).rig();
    assertTrue(rig.intents().isEmpty());
    assertInstanceOf(
        Verdict.Refuse.class, rig.view().trading().opportunities().getFirst().verdict());
  }

  @Test
  void anExecutionKeepsTheModeThatItWasBornWith() {
    Rig rig = Rig.live().bargain(100);
    OrderIntent leading = rig.entry(rig.yesLeg());
    rig.fillWhole(leading);
    rig.ask(new OperatorRequest.SetMode(Mode.PAPER, Instant.EPOCH, ADMIN));
    rig.fillPart(rig.entry(rig.noLeg()), "0").bargain(100).pass(Duration.ofSeconds(40));
    List<Effect.Submit> submits =
        rig.effects(Effect.Submit.class).stream()
            .filter(submit -> submit.execution().equals(leading.origin().execution()))
            .toList();
    assertTrue(submits.size() > 1, "nothing evened out");
    assertTrue(submits.stream().allMatch(submit -> submit.mode() == Mode.LIVE));
  }

  @Test
  void aPaperExecutionGoesOnOnPaperInMonitor() {
    Rig rig = new Rig(Rig.settings(), Rig.recovered(Mode.PAPER)).forgetEffects().bargain(100);
    OrderIntent leading = rig.entry(rig.yesLeg());
    rig.fillWhole(leading).fillPart(rig.entry(rig.noLeg()), "0");
    rig.ask(new OperatorRequest.SetMode(Mode.MONITOR, Instant.EPOCH, ADMIN));
    rig.bargain(100).pass(Duration.ofSeconds(40));
    List<Effect.Submit> submits = rig.effects(Effect.Submit.class);
    assertTrue(submits.size() > 1, "nothing evened out");
    assertTrue(submits.stream().allMatch(submit -> submit.mode() == Mode.PAPER));
  }

  @Test
  void aStrategyThatMayOnlyGoToPaperDoesSoWhileTheDeskIsLive() {
    EngineSettings usual = Rig.settings();
    var careful =
        new EngineSettings(
            usual.account(),
            usual.venues(),
            java.util.Map.of("cross-venue", Mode.PAPER),
            usual.rules(),
            usual.rhythm());
    Rig rig = new PaperRig(Rig.recovered(Mode.LIVE), careful).bargain(100).rig();
    assertEquals(Mode.PAPER, rig.execution().mode());
    assertEquals(List.of(), held(rig.view().wealth()));
  }

  @Test
  void paperBreakersStopPaperAlone() {
    PaperRig paper = PaperRig.paper().blindFor(Rig.NO);
    Rig rig = paper.rig();
    for (int i = 0; i < 100 && rig.view().desk().breakers().isEmpty(); i++) {
      paper.bargain(100 + i).pass(Duration.ofSeconds(2));
    }
    assertEquals(List.of("paper-failed-executions"), breakers(rig));
    assertEquals(Mode.PAPER, rig.view().desk().controls().mode());
    assertFalse(rig.view().desk().controls().halted());
    var reset = rig.ask(new OperatorRequest.ResetBreaker("paper-failed-executions", ADMIN));
    assertInstanceOf(OperatorReply.Done.class, reset);
    assertEquals(List.of(), breakers(rig));
  }

  private static List<String> breakers(Rig rig) {
    return rig.view().desk().breakers().stream().map(BreakerState::name).toList();
  }

  @Test
  void aRestartKeepsPaperPositionsAndForgetsNothingElse() {
    Rig before = PaperRig.paper().bargain(100).rig();
    Recovered stored = PaperRig.stored(before);
    Rig after = new PaperRig(stored).rig();
    assertEquals(
        before.view().paper().wealth().positions(), after.view().paper().wealth().positions());
    assertEquals(totals(before.view().paper().wealth()), totals(after.view().paper().wealth()));
    assertEquals(before.view().paper().wealth().pnl(), after.view().paper().wealth().pnl());
    assertEquals(List.of(), held(after.view().wealth()));
  }

  @Test
  void anOrderThatThePaperExchangeHasForgottenWasNotPlaced() {
    Rig before = new Rig(Rig.settings(), Rig.recovered(Mode.PAPER)).bargain(100);
    Recovered stored = PaperRig.stored(before);
    assertFalse(stored.orders().isEmpty());
    PaperRig after = new PaperRig(stored).pass(Duration.ofMinutes(1));
    assertTrue(
        after.rig().view().trading().orders().isEmpty(),
        () -> after.rig().view().trading().orders().toString());
    assertNotEquals(ExecutionState.WORKING, after.rig().execution().state());
    assertEquals(Usd.ZERO, reserved(after.rig().view().paper().wealth()));
  }

  @Test
  void theRealAccountIsReconciledWithoutPaperShares() {
    PaperRig paper = PaperRig.paper().bargain(100);
    paper.rig().readAccounts().pass(Duration.ofMinutes(3));
    assertTrue(
        paper.rig().effects(Effect.Tell.class).stream()
            .map(Effect.Tell::notice)
            .noneMatch(Notice.Alarm.class::isInstance));
  }

  private static List<String> held(EngineView.Wealth wealth) {
    return wealth.positions().stream()
        .map(Position::quantity)
        .filter(quantity -> !quantity.isZero())
        .map(Quantity::toString)
        .toList();
  }

  private static List<Usd> totals(EngineView.Wealth wealth) {
    return wealth.cash().stream().map(CashPosition::total).toList();
  }

  private static Usd reserved(EngineView.Wealth wealth) {
    return wealth.cash().stream().map(CashPosition::reserved).reduce(Usd.ZERO, Usd::plus);
  }
}
