package pairdesk.bot.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Console;
import pairdesk.bot.scene.Golden;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;
import pairdesk.bot.text.Language;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.Dial;
import pairdesk.engine.risk.Limits;
import pairdesk.persistence.LimitStore;

/**
 * What an admin does after seeing what it means in numbers: /unwind, /reset_breaker and /set_limit.
 */
class ConfirmedTest {
  private static final Instant NOW = Scene.NOW;
  private static final int YES = 0;
  private static final int CANCEL = 1;

  private final Scene scene = new Scene();

  @BeforeEach
  void oneIsUneven() {
    var uneven = Samples.execution("e3", ExecutionState.HOLDING, "45", "0", NOW.minusSeconds(2));
    executing(uneven);
    Instrument surplus = uneven.legs().getFirst().instrument();
    var market = Samples.market(surplus.market(), "Rain?", "Pays if it rains.");
    scene.desk.markets.put(market.id(), market);
    desk(
        List.of(
            new BreakerState("drawdown", "equity fell", NOW.minusSeconds(60), null),
            new BreakerState(
                "failed-executions", "3 failed", NOW.minusSeconds(60), NOW.plusSeconds(3_540)),
            new BreakerState("latency:kalshi", "slow", NOW, null)),
        Map.of(surplus, bids(surplus)));
  }

  private void executing(ExecutionSnapshot execution) {
    EngineView.Trading old = scene.desk.view().trading();
    scene.desk.trading(
        new EngineView.Trading(old.opportunities(), List.of(execution), old.orders(), old.kpis()));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private void desk(List<BreakerState> breakers, Map<Instrument, Book> books) {
    EngineView.Desk old = scene.desk.view().desk();
    scene.desk.desk(
        new EngineView.Desk(
            old.controls(),
            old.limits(),
            breakers,
            old.venues(),
            old.markets(),
            books,
            old.pairs()));
  }

  private static Book bids(Instrument instrument) {
    return bids(instrument, "0.38");
  }

  private static Book bids(Instrument instrument, String price) {
    var bid = new Level(Price.parse(price), Quantity.ofShares(900));
    return new Book(instrument, Ladder.of(List.of(bid)), Ladder.of(List.of()), 1, NOW, NOW);
  }

  @Test
  void unwindShowsWhatItMeansAndDoesItWhenConfirmed() {
    Answer asked = scene.run(scene.admin(), "unwind", "execution", "e3", "dry_run", "false");
    Answer done = scene.console.button(scene.admin(), button(asked), "");
    Golden.check("unwind", Written.answer(asked) + "\n" + Written.answer(done));
    assertEquals(
        List.of(new OperatorRequest.UnwindExecution(new ExecutionId("e3"), scene.admin().actor())),
        scene.desk.asked);
    assertEquals("unwind", scene.rows.audit().newest(1).getFirst().action());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void unwindNamesEveryLegThatIsOver(Language language) {
    ExecutionSnapshot two = Samples.execution("e3", ExecutionState.HOLDING, "45", "0", NOW);
    var third = Samples.legOf(Samples.kalshi(2).yes(), "42", "8.4", "0.2");
    ExecutionSnapshot three =
        Samples.onPaper(
            Samples.withLegs(two, List.of(two.legs().getFirst(), two.legs().getLast(), third)));
    executing(three);
    Answer asked =
        scene.run(
            scene.reads(language, scene.admin()), "unwind", "execution", "e3", "dry_run", "false");
    Golden.check("unwind-of-three-" + language.tag(), asked);
    executing(Samples.onPaper(two));
    String answer = Written.answer(scene.console.button(scene.admin(), button(asked), ""));
    assertTrue(answer.contains("It has changed since"), answer);
    assertEquals(List.of(), scene.desk.asked);
  }

  @Test
  void unwindOnlyShowsWhatItMeansUnlessItIsMeant() {
    Answer shown = scene.run(scene.admin(), "unwind", "execution", "e3");
    Golden.check("unwind-dry", shown);
    assertEquals(List.of(), ((Answer.Reply) shown).buttons());
    assertEquals(List.of(), scene.desk.asked);
  }

  /** Five shares cost two dollars, and nine hundred are wanted at 0.38. */
  @Test
  void unwindIsNotOfferedWhereItWouldLoseMoreThanWasSaid() {
    assertEquals(1, unwinds("$0.10").size());
    assertEquals(List.of(), unwinds("0.09"));
    desk(List.of(), Map.of());
    assertEquals(List.of(), unwinds("$100"));
  }

  private List<String> unwinds(String maxLoss) {
    var answer =
        (Answer.Reply)
            scene.run(
                scene.admin(),
                "unwind",
                "execution",
                "e3",
                "max_loss",
                maxLoss,
                "dry_run",
                "false");
    return answer.buttons().stream()
        .map(button -> button.id())
        .filter(id -> id.action().equals("unwind"))
        .map(ButtonId::text)
        .toList();
  }

  @Test
  @Tag("fault:Q7")
  void unwindIsNotBegunWhenTheBooksHaveFallenBelowWhatWasSaid() {
    String button = unwinds("0.10").getFirst();
    Instrument surplus = Samples.kalshi(1).yes();
    desk(List.of(), Map.of(surplus, bids(surplus, "0.37")));
    String answer = Written.answer(scene.console.button(scene.admin(), button, ""));
    assertTrue(answer.contains("It has changed since"), answer);
    assertEquals(List.of(), scene.desk.asked);
    desk(List.of(), Map.of(surplus, bids(surplus, "0.38")));
    scene.console.button(scene.admin(), button, "");
    assertEquals(1, scene.desk.asked.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"much", "-1", "1e9", "1000001", "$", "0.0000001"})
  void whatIsNoLossIsNamedWithTheRemedy(String typed) {
    String answer =
        Written.answer(scene.run(scene.admin(), "unwind", "execution", "e3", "max_loss", typed));
    assertTrue(answer.contains("it wants dollars from 0 to $1,000,000.00"), answer);
  }

  @Test
  @Tag("fault:Q7")
  void unwindRefusesWhatHasChangedSince() {
    String stale = scene.asked(scene.admin(), "unwind", "e3", 1_000_000, "any");
    String answer = Written.answer(scene.console.button(scene.admin(), stale, ""));
    assertTrue(answer.contains("It has changed since"), answer);
    assertEquals(List.of(), scene.desk.asked);
  }

  @Test
  void unwindKnowsOnlyWhatIsUneven() {
    String answer = Written.answer(scene.run(scene.admin(), "unwind", "execution", "e9"));
    assertTrue(answer.contains("No execution `e9`"), answer);
    assertEquals(1, scene.console.suggest(scene.admin(), "unwind", "execution", "").size());
  }

  @Test
  void resettingABreakerShowsWhatItMeansAndDoesItWhenConfirmed() {
    Answer asked = scene.run(scene.admin(), "reset_breaker", "name", "drawdown");
    Answer done = scene.console.button(scene.admin(), button(asked), "");
    Golden.check("reset-breaker", Written.answer(asked) + "\n" + Written.answer(done));
    assertEquals(
        List.of(new OperatorRequest.ResetBreaker("drawdown", scene.admin().actor())),
        scene.desk.asked);
    assertEquals("drawdown", scene.rows.audit().newest(1).getFirst().detail());
  }

  @Test
  void resettingSuggestsAndTakesOnlyWhatAPersonMayReset() {
    assertEquals(
        List.of("drawdown", "failed-executions"),
        scene.console.suggest(scene.admin(), "reset_breaker", "name", "").stream()
            .map(suggestion -> suggestion.value())
            .toList());
    String answer =
        Written.answer(scene.run(scene.admin(), "reset_breaker", "name", "latency:kalshi"));
    assertTrue(answer.contains("lets go by itself"), answer);
  }

  @Test
  @Tag("fault:Q7")
  void aBreakerThatTrippedAnewIsNotResetByAnOldCard() {
    String answer =
        Written.answer(
            scene.console.button(
                scene.admin(), scene.asked(scene.admin(), "reset_breaker", "drawdown", 5), ""));
    assertTrue(answer.contains("It has changed since"), answer);
    assertEquals(List.of(), scene.desk.asked);
  }

  @Test
  @Tag("fault:E6")
  void aLooserLimitShowsWhatItMeansAndIsStoredWhenTheEngineHasTakenIt() {
    Answer asked = scene.run(scene.admin(), "set_limit", "limit", "one-trade", "value", "$2,000");
    assertEquals(List.of(), scene.desk.asked);
    assertEquals(List.of(), standing());
    Answer done = scene.console.button(scene.admin(), button(asked), "");
    Golden.check("set-limit", Written.answer(asked) + "\n" + Written.answer(done));
    long value = Usd.ofDollars(2_000).e6();
    assertEquals(
        List.of(new OperatorRequest.SetLimit(Dial.ONE_TRADE, value, scene.admin().actor())),
        scene.desk.asked);
    assertEquals(value, standing().getFirst().value());
    assertEquals("one-trade $2000.00", scene.rows.audit().newest(1).getFirst().detail());
  }

  @Test
  @Tag("fault:S8")
  void aStricterLimitIsStoredEvenWhenTheEngineDoesNotAnswer() {
    scene.desk.engine = _ -> new OperatorReply.Refused("The engine does not answer.");
    String answer =
        Written.answer(scene.run(scene.admin(), "set_limit", "limit", "one-trade", "value", "500"));
    assertTrue(answer.contains("$500.00 is stored and holds after the next start"), answer);
    assertEquals(Usd.ofDollars(500).e6(), standing().getFirst().value());
  }

  @Test
  void aLooserLimitThatTheEngineRefusesIsNotStored() {
    Answer asked = scene.run(scene.admin(), "set_limit", "limit", "freeze", "value", "30 s");
    scene.desk.engine = _ -> new OperatorReply.Refused("Not now.");
    String answer = Written.answer(scene.console.button(scene.admin(), button(asked), ""));
    assertTrue(answer.contains("Not now."), answer);
    assertEquals(List.of(), standing());
  }

  @Test
  void wrongLimitsAreNamedWithWhatHoldsNow() {
    String unknown =
        Written.answer(scene.run(scene.admin(), "set_limit", "limit", "luck", "value", "1"));
    assertTrue(unknown.contains("No limit `luck`: see `/risk`."), unknown);
    for (String wrong : List.of("much", "0", "-5", "101 %", "99999999999999999999")) {
      String answer =
          Written.answer(
              scene.run(scene.admin(), "set_limit", "limit", "one-event", "value", wrong));
      assertTrue(answer.contains("Now it is 50 %."), answer);
    }
    assertEquals(List.of(), standing());
    String old = scene.asked(scene.admin(), "set_limit", "one-trade", 5, 9);
    String answer = Written.answer(scene.console.button(scene.admin(), old, ""));
    assertTrue(answer.contains("It has changed since"), answer);
  }

  private List<LimitStore.Turned> standing() {
    return scene.rows.limits().standing(Limits.DEFAULTS);
  }

  @Test
  void onlyAdminsMay() {
    for (String action : List.of("unwind", "reset_breaker", "set_limit", "cancel_all", "live")) {
      String id = scene.asked(scene.operator(), action, "e3", 45_000_000);
      String answer = Written.answer(scene.console.button(scene.operator(), id, ""));
      assertTrue(answer.contains("You may not"), answer);
    }
  }

  @Test
  void onlyWhomItWasAskedMayAnswer() {
    Answer asked = scene.run(scene.admin(), "unwind", "execution", "e3", "dry_run", "false");
    for (int button : List.of(YES, CANCEL)) {
      Answer other = scene.console.button(scene.caller("adam", "r3"), button(asked, button), "");
      assertTrue(Written.answer(other).contains("You may not"), Written.answer(other));
      assertEquals("refused", scene.rows.audit().newest(1).getFirst().action());
    }
    assertEquals(List.of(), scene.desk.asked);
  }

  @Test
  void cancelPutsTheQuestionAwayAndDoesNothing() {
    Answer asked = scene.run(scene.admin(), "set_limit", "limit", "one-trade", "value", "2000");
    Golden.check("never-mind", scene.console.button(scene.admin(), button(asked, CANCEL), ""));
    assertEquals(List.of(), scene.desk.asked);
    assertEquals(List.of(), standing());
  }

  @Test
  void aQuestionEndsAfterAMinuteWhateverWasRestarted() {
    Answer asked = scene.run(scene.admin(), "unwind", "execution", "e3", "dry_run", "false");
    scene.clock.now = NOW.plusSeconds(61);
    Console restarted = scene.console(Scene.ACCESS, scene.messages, Scene.PLACES);
    Golden.check("asked-too-late", restarted.button(scene.admin(), button(asked), ""));
    assertEquals(List.of(), scene.desk.asked);
    scene.clock.now = NOW.plusSeconds(60);
    restarted.button(scene.admin(), button(asked), "");
    assertEquals(1, scene.desk.asked.size());
  }

  @Test
  void wordsTypedAfterAMinuteAreNotTaken() {
    for (String[] command :
        List.of(new String[] {"mode", "set", "live"}, new String[] {"resume"})) {
      scene.clock.now = NOW;
      scene.desk.controls(new Controls(Mode.PAPER, true, "storm"));
      var asked =
          (Answer.AskWord)
              scene.run(
                  scene.admin(),
                  command[0],
                  java.util.Arrays.copyOfRange(command, 1, command.length));
      scene.clock.now = NOW.plusSeconds(61);
      String late =
          Written.answer(scene.console.button(scene.admin(), asked.id().text(), asked.word()));
      assertTrue(late.contains("more than 60 s ago"), late);
    }
    assertEquals(List.of(), scene.desk.asked);
  }

  @Test
  void aButtonOfAnEarlierVersionIsOver() {
    String id = "v1:unwind:" + scene.admin().userId() + ":never:e3";
    String answer = Written.answer(scene.console.button(scene.admin(), id, ""));
    assertTrue(answer.contains("more than 60 s ago"), answer);
  }

  private static String button(Answer asked) {
    return button(asked, YES);
  }

  private static String button(Answer asked, int which) {
    return ((Answer.Reply) asked).buttons().get(which).id().text();
  }
}
