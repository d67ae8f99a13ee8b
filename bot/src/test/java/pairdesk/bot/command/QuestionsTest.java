package pairdesk.bot.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pairdesk.bot.access.Caller;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Asked;
import pairdesk.bot.scene.Fits;
import pairdesk.bot.scene.Golden;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;
import pairdesk.bot.text.Language;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.portfolio.Position;
import pairdesk.engine.risk.BreakerState;
import pairdesk.persistence.Markets;

/** Everything that is put to one person for a minute, and what is held, in each language. */
class QuestionsTest {
  private static final String HELD = "v1:held:1:LIVE";

  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  /** A halted desk that holds one uneven pair; names and causes are this text. */
  private void desk(String text) {
    for (var id : List.of(Samples.kalshi(1), Samples.polymarket(1))) {
      var market = Samples.market(id, text, text);
      scene.desk.markets.put(id, market);
      scene.rows.markets().save(id.venue(), List.of(new Markets.Seen(market, "h")), Scene.NOW);
    }
    scene.matches.proposals.add(Samples.proposal(1, 91, "hash1"));
    scene.run(scene.operator(), "find_matches");
    EngineView.Trading trading = scene.desk.view().trading();
    var uneven = Samples.execution("e1", ExecutionState.HOLDING, "45", "0", Scene.NOW);
    scene.desk.trading(
        new EngineView.Trading(
            trading.opportunities(), List.of(uneven), trading.orders(), trading.kpis()));
    EngineView.Desk old = scene.desk.view().desk();
    scene.desk.desk(
        new EngineView.Desk(
            new Controls(Mode.PAPER, true, text),
            old.limits(),
            List.of(new BreakerState("drawdown", text, Scene.NOW, null)),
            old.venues(),
            old.markets(),
            old.books(),
            old.pairs()));
    EngineView.Wealth wealth = scene.desk.view().wealth();
    scene.desk.wealth(
        new EngineView.Wealth(
            List.of(
                new Position(
                    Samples.kalshi(1).yes(),
                    Quantity.parse("50"),
                    Quantity.ZERO,
                    Usd.parse("20"),
                    Usd.parse("0.84"),
                    Usd.ZERO),
                new Position(
                    Samples.polymarket(1).no(),
                    Quantity.parse("45"),
                    Quantity.parse("5"),
                    Usd.parse("24.75"),
                    Usd.ZERO,
                    Usd.ZERO)),
            wealth.cash(),
            wealth.pnl(),
            wealth.risk(),
            wealth.winnings()));
  }

  private List<Answer> questions(Language language) {
    Caller admin = scene.reads(language, scene.admin());
    var asked = new ArrayList<Answer>();
    asked.add(scene.console.button(admin, "v1:approve_with:1:hash1", ""));
    scene.run(scene.operator(), "approve_pair", "pair", "1");
    asked.add(scene.run(admin, "mode", "set", "live"));
    asked.add(scene.run(admin, "resume"));
    asked.add(scene.run(admin, "unwind", "execution", "e1", "dry_run", "false"));
    asked.add(scene.run(admin, "reset_breaker", "name", "drawdown"));
    asked.add(scene.run(admin, "set_limit", "limit", "one-trade", "value", "2000"));
    asked.add(scene.run(admin, "cancel_all"));
    asked.add(scene.console.button(admin, scene.asked(admin, "never_mind"), ""));
    scene.clock.now = Scene.NOW.plus(Asked.LIFE).plus(Duration.ofSeconds(1));
    asked.add(scene.console.form(admin, scene.asked(admin, "terms", "1", "hash1"), Map.of()));
    asked.add(
        scene.console.button(admin, scene.asked(admin, "unwind", "e1", 5_000_000, "any"), ""));
    asked.add(scene.run(admin, "positions"));
    asked.add(scene.console.button(admin, HELD, ""));
    return asked;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyQuestionIsInTheLanguageOfWhomItIsPutTo(Language language) {
    desk("Rain in Boston?");
    var seen = new StringBuilder();
    questions(language).forEach(answer -> seen.append(Written.answer(answer)).append('\n'));
    Golden.check("questions-" + language.tag(), seen.toString());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @Tag("fault:Q11")
  void namesOfPeopleWhoWishUsIllChangeNoQuestion(Language language) {
    desk(AbsurdDataTest.NASTY.repeat(3));
    questions(language).forEach(Fits::discord);
  }
}
