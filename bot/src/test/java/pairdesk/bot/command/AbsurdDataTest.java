package pairdesk.bot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Button;
import pairdesk.bot.scene.Fits;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;
import pairdesk.bot.text.Language;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.execution.InsideSlippage;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.portfolio.Position;
import pairdesk.engine.risk.BreakerState;
import pairdesk.persistence.Markets;

/** Ten thousand of everything, named by people who wish us ill. */
class AbsurdDataTest {
  private static final int MANY = 10_000;
  private static final int PAIRS = 60;
  static final String NASTY =
      "@everyone <@123> **bold** ```fence``` [x](https://evil.example) :smile: \u202Eright\u200B "
          + "👩‍👩‍👧 Z\u0300\u0301\u0302\u0303\u0304 \\";

  @SuppressWarnings("NullAway.Init")
  private static Scene scene;

  @BeforeAll
  static void crowd() {
    scene = new Scene();
    var random = new Random(7);
    for (int n = 1; n <= PAIRS; n++) {
      for (var id : List.of(Samples.kalshi(n), Samples.polymarket(n))) {
        var market = Samples.market(id, title(random), NASTY.repeat(80));
        scene.desk.markets.put(id, market);
        scene.rows.markets().save(id.venue(), List.of(new Markets.Seen(market, "h")), Scene.NOW);
      }
      scene.matches.proposals.add(Samples.proposal(n, 80, "hash" + n));
    }
    scene.run(scene.operator(), "find_matches", "limit", "25");
    scene.desk.desk(
        new EngineView.Desk(
            new Controls(Mode.LIVE, true, NASTY.repeat(3)),
            scene.desk.view().desk().limits(),
            breakers(),
            Map.of(),
            Map.of(),
            Map.of(),
            List.of()));
    scene.desk.trading(
        new EngineView.Trading(
            List.of(),
            uneven(),
            List.of(),
            new EngineView.Kpis(
                MANY,
                MANY,
                new InsideSlippage(MANY, MANY, MANY),
                0,
                Duration.ofDays(9),
                Duration.ZERO)));
    scene.desk.wealth(
        new EngineView.Wealth(
            positions(),
            cash(),
            days(),
            new EngineView.Risk(Usd.ofDollars(9), Usd.ZERO, Usd.ofDollars(1_000_000), Usd.ZERO)));
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  private static String title(Random random) {
    String text = NASTY.repeat(4);
    int from = random.nextInt(60);
    return text.substring(from, from + 300);
  }

  private static List<BreakerState> breakers() {
    var breakers = new ArrayList<BreakerState>();
    for (int n = 0; n < 50; n++) {
      breakers.add(new BreakerState("breaker-" + n, NASTY.repeat(3), Scene.NOW, null));
    }
    return breakers;
  }

  private static List<pairdesk.engine.execution.ExecutionSnapshot> uneven() {
    var executions = new ArrayList<pairdesk.engine.execution.ExecutionSnapshot>();
    for (int n = 0; n < 500; n++) {
      executions.add(Samples.execution("e" + n, ExecutionState.STUCK, "45", "0", Scene.NOW));
    }
    return executions;
  }

  private static List<Position> positions() {
    var held = new ArrayList<Position>();
    for (int n = 1; n <= MANY; n++) {
      held.add(
          new Position(
              Samples.kalshi(n).yes(),
              Quantity.parse("123456.78"),
              Quantity.ZERO,
              Usd.parse("1.01"),
              Usd.parse("0.01"),
              Usd.ZERO));
    }
    return held;
  }

  private static List<CashPosition> cash() {
    var cash = new ArrayList<CashPosition>();
    for (int shard = 0; shard < 100; shard++) {
      cash.add(new CashPosition(VenueId.KALSHI, shard, Usd.ofDollars(1), Usd.ZERO, Scene.NOW));
    }
    return cash;
  }

  private static List<PnlDay> days() {
    var days = new ArrayList<PnlDay>();
    for (int n = 1; n <= MANY; n++) {
      days.add(
          new PnlDay(
              LocalDate.of(2026, 11, 20),
              VenueId.KALSHI,
              "cross-venue",
              new PairId(n),
              Usd.parse("0.5"),
              Usd.parse("0.1")));
    }
    return days;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "help",
        "list_pairs",
        "positions",
        "pnl",
        "opportunities",
        "executions",
        "orders",
        "risk",
        "scan",
        "status",
        "strategies"
      })
  void everyAnswerFitsDiscord(String command) {
    for (Language language : Language.values()) {
      Fits.discord(scene.run(scene.reads(language, scene.operator()), command));
    }
  }

  @Test
  @Tag("fault:Q11")
  void everythingAboutAPairFits() {
    for (Language language : Language.values()) {
      Fits.discord(scene.run(scene.reads(language, scene.viewer()), "pair", "pair", "1"));
    }
  }

  @Test
  void everyPageOfTheAuditFits() {
    for (int n = 0; n < 40; n++) {
      scene.run(scene.operator(), "halt", "reason", NASTY.repeat(2).substring(0, 190));
    }
    var first = (Answer.Reply) scene.run(scene.admin(), "audit");
    Fits.discord(first);
    Fits.discord(scene.console.button(scene.admin(), first.buttons().getLast().id().text(), ""));
  }

  @Test
  @Tag("fault:Q11")
  void everyCardAndItsDetailsFit() {
    assertEquals(25, scene.messages.done.size());
    for (var posted : scene.messages.done) {
      Fits.discord(posted.reply());
      Button details = Objects.requireNonNull(posted.reply().card().entries().getFirst().button());
      for (Language language : Language.values()) {
        Fits.discord(
            scene.console.button(scene.reads(language, scene.viewer()), details.id().text(), ""));
      }
    }
  }

  @Test
  @Tag("fault:Q11")
  void everySuggestionFits() {
    var suggestions = scene.console.suggest(scene.operator(), "approve_pair", "pair", "");
    assertEquals(25, suggestions.size());
    suggestions.forEach(s -> assertTrue(s.label().length() <= 100, s.label()));
  }

  @Test
  @Tag("fault:M10")
  void totalsCountWhatIsNotShown() {
    String positions = Written.answer(scene.run(scene.viewer(), "positions"));
    assertTrue(positions.contains("Positions · 0 pairs · 10000 instruments"), positions);
    assertTrue(positions.contains("== Cost\n$10,100.00"), positions);
    assertTrue(positions.contains("== Fees\n$100.00"), positions);
    assertTrue(positions.contains("== Cash Kalshi\n$100.00"), positions);
    String pnl = Written.answer(scene.run(scene.viewer(), "pnl", "by", "pair"));
    assertTrue(pnl.contains("== Realised\n+$5,000.00"), pnl);
    assertTrue(pnl.contains("== Fees\n$1,000.00"), pnl);
  }
}
