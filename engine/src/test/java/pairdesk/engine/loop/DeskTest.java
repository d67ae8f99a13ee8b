package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.risk.Dial;
import pairdesk.engine.venue.SubmitOutcome;

/** Modes, halts, breakers and what people ask. */
class DeskTest {
  private static final Actor ADMIN = new Actor("discord:1", "Ada");

  @Test
  void monitorRecordsAndAnnouncesButSendsNothing() {
    Rig rig = new Rig(Rig.settings(), Rig.recovered(Mode.MONITOR)).forgetEffects().bargain(100);
    assertTrue(rig.intents().isEmpty());
    assertEquals(1, notices(rig));
    assertEquals(1, opportunities(rig));
  }

  @Test
  @Tag("fault:U5")
  void announcesAnOpportunityOnceAMinuteAndWritesItOnceASecond() {
    Rig rig = new Rig(Rig.settings(), Rig.recovered(Mode.MONITOR)).forgetEffects();
    for (int i = 0; i < 20; i++) {
      rig.bargain(100).pass(Duration.ofMillis(500));
    }
    assertEquals(1, notices(rig));
    assertEquals(10, opportunities(rig));
    rig.pass(Duration.ofSeconds(51)).bargain(100);
    assertEquals(2, notices(rig));
  }

  @Test
  void announcesAtOnceWhenTheEdgeChanges() {
    Rig rig = new Rig(Rig.settings(), Rig.recovered(Mode.MONITOR)).forgetEffects().bargain(100);
    rig.books("0.38 x 5000", "0.39 x 100", "0.54 x 5000", "0.55 x 100");
    assertEquals(2, notices(rig));
  }

  @Test
  void paperSaysWhereItsOrdersGo() {
    Rig rig = Rig.live();
    OperatorReply reply = rig.ask(new OperatorRequest.SetMode(Mode.PAPER, Instant.EPOCH, ADMIN));
    assertTrue(
        reply instanceof OperatorReply.Done(String text) && text.contains("the paper exchange"),
        reply::toString);
    assertTrue(
        rig.bargain(100).effects(Effect.Submit.class).stream()
            .allMatch(submit -> submit.mode() == Mode.PAPER));
  }

  @Test
  void aStrategyStaysMoreCarefulThanTheDesk() {
    EngineSettings settings = Rig.settings();
    Rig rig =
        Rig.live(
            new EngineSettings(
                settings.account(),
                settings.venues(),
                Map.of("cross-venue", Mode.MONITOR),
                settings.rules(),
                settings.rhythm()));
    assertTrue(rig.bargain(100).intents().isEmpty());
  }

  @Test
  void liveIsRefusedBeforeTheAccountsWereRead() {
    Rig rig = new Rig(Rig.settings(), Rig.recovered(Mode.MONITOR));
    rig.silenceAccounts().on(new EngineEvent.AccountDoubtful(VenueId.KALSHI, "reconnected"));
    OperatorReply reply = rig.ask(new OperatorRequest.SetMode(Mode.LIVE, Instant.EPOCH, ADMIN));
    assertTrue(
        reply instanceof OperatorReply.Refused(String why)
            && why.contains("Kalshi is not reconciled"),
        reply::toString);
  }

  @Test
  @Tag("fault:E4")
  void unwindsDuringAHaltAndResumesWhenAllIsClear() {
    Rig rig = Rig.live().bargain(100);
    OrderIntent no = rig.entry(1);
    rig.fillWhole(rig.entry(0));
    rig.ask(new OperatorRequest.Halt("storm", ADMIN));
    assertEquals(1, rig.effects(Effect.CancelAll.class).size());
    rig.fillPart(no, "0");
    rig.fillWhole(rig.order(0, Purpose.UNWIND));
    assertEquals(ExecutionState.UNWOUND, rig.execution().state());
    rig.pass(Duration.ofSeconds(40)).bargain(100);
    assertEquals(3, rig.intents().size());
    assertInstanceOf(
        OperatorReply.Done.class,
        rig.ask(new OperatorRequest.Resume("calm", Instant.EPOCH, ADMIN)));
    assertFalse(rig.view().desk().controls().halted());
    rig.bargain(100);
    assertEquals(5, rig.intents().size());
  }

  @Test
  void tradesAgainAfterAHaltByDrawdownThatAnAdminEnded() {
    Recovered fresh = Rig.recovered(Mode.LIVE);
    var richer = new Recovered.Money(List.of(), List.of(), Usd.ofDollars(20_000));
    Rig rig =
        new Rig(
            Rig.settings(),
            new Recovered(
                fresh.controls(),
                fresh.pairs(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                richer,
                List.of()));
    assertTrue(rig.view().desk().controls().halted());
    assertInstanceOf(
        OperatorReply.Done.class,
        rig.ask(new OperatorRequest.Resume("seen", Instant.EPOCH, ADMIN)));
    assertEquals(List.of(), rig.view().desk().breakers());
    assertEquals(2, rig.bargain(100).intents().size(), rig::transcript);
    Usd stored =
        rig.effects(Effect.Write.class).stream()
            .map(Effect.Write::row)
            .filter(JournalRecord.HighWaterChanged.class::isInstance)
            .map(row -> ((JournalRecord.HighWaterChanged) row).equity())
            .reduce((_, later) -> later)
            .orElseThrow();
    assertEquals(Usd.ofDollars(10_000), stored);
  }

  @Test
  void cancelsWhatRestsAgainEveryTwoSecondsWhileHalted() {
    Rig rig = Rig.live().bargain(100);
    OrderIntent no = rig.entry(1);
    rig.fillPart(rig.entry(0), "0")
        .on(Rig.sent(no, rig.now()), Rig.accepted(no, OrderState.LIVE, "0"));
    rig.ask(new OperatorRequest.Halt("storm", ADMIN));
    rig.pass(Duration.ofSeconds(7));
    assertEquals(4, rig.effects(Effect.Cancel.class).size());
  }

  @Test
  void tripsTheBreakerAfterThreeFailuresInARow() {
    Rig rig = Rig.live();
    for (int i = 0; i < 3; i++) {
      rig.bargain(100);
      rig.fillWhole(rig.entry(0)).fillPart(rig.entry(1), "0");
      OrderIntent unwind = rig.order(0, Purpose.UNWIND);
      rig.fillWhole(unwind).pass(Duration.ofSeconds(31));
    }
    assertTrue(
        rig.view().desk().breakers().stream().anyMatch(b -> b.name().equals("failed-executions")),
        () -> rig.view().desk().breakers().toString());
    int sent = rig.intents().size();
    assertEquals(sent, rig.bargain(100).intents().size());
    assertInstanceOf(
        OperatorReply.Done.class,
        rig.ask(new OperatorRequest.ResetBreaker("failed-executions", ADMIN)));
    assertEquals(sent + 2, rig.bargain(100).intents().size());
  }

  @Test
  @Tag("fault:S8")
  void aLimitThatIsChangedBindsFromThenOnAndIsToldOnce() {
    Rig rig = Rig.live();
    long dollars = Usd.ofDollars(60).e6();
    OperatorRequest ask = new OperatorRequest.SetLimit(Dial.ONE_TRADE, dollars, ADMIN);
    assertInstanceOf(OperatorReply.Done.class, rig.forgetEffects().ask(ask));
    assertInstanceOf(OperatorReply.Done.class, rig.ask(ask));
    assertEquals(1, controlNotices(rig));
    assertEquals(dollars, Dial.ONE_TRADE.read(rig.view().desk().limits().inForce()));
    rig.bargain(100);
    Usd cost = rig.entry(0).approval().reserved().plus(rig.entry(1).approval().reserved());
    assertTrue(!cost.isGreaterThan(Usd.ofDollars(60)), () -> "reserved " + cost);
    assertNotEquals(1, rig.entry(0).approval().settingsVersion());
  }

  @Test
  @Tag("fault:S8")
  void aBreakersLimitChangesWhileTheDeskRunsAndHoldsAfterAStart() {
    assertFalse(stopsAfterOneFailure(Rig.live()));
    Rig changed = Rig.live();
    changed.ask(new OperatorRequest.SetLimit(Dial.FAILURES, 1, ADMIN));
    assertTrue(stopsAfterOneFailure(changed));
    EngineSettings.Rules rules = Rig.settings().rules();
    var turned =
        new EngineSettings.Rules(
            rules.limits(), Map.of(Dial.FAILURES, 1L), rules.fees(), rules.execution());
    assertTrue(stopsAfterOneFailure(Rig.live(Rig.settings(turned))));
  }

  private static boolean stopsAfterOneFailure(Rig rig) {
    rig.bargain(100).fillWhole(rig.entry(0)).fillPart(rig.entry(1), "0");
    rig.fillWhole(rig.order(0, Purpose.UNWIND));
    assertEquals(ExecutionState.UNWOUND, rig.execution().state());
    return rig.view().desk().breakers().stream()
        .anyMatch(breaker -> breaker.name().equals("failed-executions"));
  }

  @Test
  void aLimitThatWouldLimitNothingIsRefusedAndChangesNothing() {
    Rig rig = Rig.live();
    OperatorReply reply = rig.ask(new OperatorRequest.SetLimit(Dial.ONE_TRADE, 0, ADMIN));
    assertTrue(((OperatorReply.Refused) reply).why().contains("limit in dollars"), reply::toString);
    assertEquals(rig.view().desk().limits().settings(), rig.view().desk().limits().inForce());
  }

  private static long controlNotices(Rig rig) {
    return rig.effects().stream()
        .filter(e -> e instanceof Effect.Tell(Notice.ControlChanged _))
        .count();
  }

  @Test
  void slowAnswersDropLiveToMonitor() {
    Rig rig = Rig.live().bargain(100);
    OrderIntent yes = rig.entry(0);
    for (int i = 0; i < 3; i++) {
      rig.on(
          new EngineEvent.SubmitAnswered(
              yes.id(), new SubmitOutcome.Unknown("slow"), Duration.ofMillis(900)));
    }
    assertEquals(Mode.MONITOR, rig.view().desk().controls().mode());
    assertTrue(
        rig.effects(Effect.Write.class).stream()
            .anyMatch(w -> w.row() instanceof JournalRecord.ControlChanged));
  }

  @Test
  @Tag("fault:E3")
  void aPausedPairTradesNoMore() {
    Rig rig = Rig.live();
    rig.ask(new OperatorRequest.ChangePair(Rig.pair(PairStatus.PAUSED), ADMIN));
    assertTrue(rig.bargain(100).intents().isEmpty());
  }

  @Test
  void unwindsAnExecutionOnDemand() {
    Rig rig = Rig.live().bargain(100);
    rig.books("0.39 x 5000", "0.40 x 5000", "0.54 x 5000", "0.57 x 5000");
    rig.fillWhole(rig.entry(0)).fillPart(rig.entry(1), "60");
    assertEquals(ExecutionState.HOLDING, rig.execution().state());
    rig.books("0.39 x 5000", "0.40 x 5000", "0.54 x 5000", "0.63 x 5000");
    rig.ask(new OperatorRequest.UnwindExecution(rig.execution().id(), ADMIN));
    OrderIntent panic = rig.order(0, Purpose.PANIC);
    rig.fillWhole(panic);
    assertEquals(ExecutionState.PANIC_CLOSED, rig.execution().state());
    assertInstanceOf(
        OperatorReply.Refused.class,
        rig.ask(new OperatorRequest.UnwindExecution(rig.execution().id(), ADMIN)));
  }

  private static long notices(Rig rig) {
    return rig.effects(Effect.Tell.class).stream()
        .filter(t -> t.notice() instanceof Notice.OpportunityFound)
        .count();
  }

  private static long opportunities(Rig rig) {
    return rig.effects(Effect.Write.class).stream()
        .map(Effect.Write::row)
        .filter(JournalRecord.OpportunityFound.class::isInstance)
        .count();
  }
}
