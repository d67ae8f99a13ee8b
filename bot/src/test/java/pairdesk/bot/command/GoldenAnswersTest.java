package pairdesk.bot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.scene.Golden;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;
import pairdesk.bot.text.Language;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.execution.InsideSlippage;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.portfolio.Position;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.persistence.Lease;
import pairdesk.persistence.Markets;
import pairdesk.persistence.PostgresIntents;
import pairdesk.persistence.PostgresJournal;

/** What the reading commands answer, word for word, about one busy day. */
class GoldenAnswersTest {
  private static final Instant NOW = Scene.NOW;

  @SuppressWarnings("NullAway.Init")
  private static Scene scene;

  private static Lease.Held held;

  @BeforeAll
  static void busyDay() {
    scene = new Scene();
    candidates();
    engine();
    held = lease();
    journal();
    orders();
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  private static void candidates() {
    for (int n = 1; n <= 3; n++) {
      list(Samples.kalshi(n), "Will it rain in Boston on day " + n + "?");
      list(Samples.polymarket(n), "Rain in Boston, day " + n);
      scene.matches.proposals.add(Samples.proposal(n, 90 + n, "hash" + n));
    }
    scene.run(scene.operator(), "find_matches");
    scene.run(scene.operator(), "approve_pair", "pair", "1");
    scene.run(scene.operator(), "reject_pair", "pair", "2", "reason", "different deadline");
  }

  private static void list(MarketId id, String title) {
    var market = Samples.market(id, title, "Resolves YES if it rains.");
    scene.desk.markets.put(id, market);
    scene.rows.markets().save(id.venue(), List.of(new Markets.Seen(market, "h")), NOW);
  }

  private static void engine() {
    scene.desk.desk(
        new EngineView.Desk(
            new Controls(Mode.LIVE, false, ""),
            scene.desk.view().desk().limits(),
            List.of(new BreakerState("day-loss", "$51.20 of $50.00 lost", NOW, null)),
            Map.of(VenueId.KALSHI, venue(VenueId.KALSHI), VenueId.POLYMARKET, dead()),
            Map.of(),
            Samples.books(1, "0.38", "0.40", "0.53", "0.55"),
            List.of(scene.rows.pairs().find(new PairId(1)).orElseThrow().pair())));
    scene.desk.trading(
        new EngineView.Trading(
            List.of(
                new EngineView.Seen(
                    Samples.opportunity("o3", new PairId(1), NOW.minusSeconds(60)),
                    new Verdict.Refuse("book-age", "book is 3.2 s old, at most 2 s"))),
            List.of(uneven()),
            List.of(),
            new EngineView.Kpis(
                7,
                5,
                new InsideSlippage(6, 5, 4),
                0,
                Duration.ofMillis(412),
                Duration.ofMillis(3))));
    scene.desk.wealth(
        new EngineView.Wealth(
            List.of(
                held(Samples.kalshi(1).yes(), "50", "20"),
                held(Samples.polymarket(1).no(), "45", "24.75")),
            List.of(
                new CashPosition(VenueId.KALSHI, 0, Usd.parse("900"), Usd.ZERO, NOW),
                new CashPosition(VenueId.KALSHI, 1, Usd.parse("80.5"), Usd.ZERO, NOW),
                new CashPosition(VenueId.POLYMARKET, 0, Usd.parse("1000"), Usd.ZERO, NOW)),
            List.of(day(0, VenueId.KALSHI, "1.25"), day(2, VenueId.POLYMARKET, "-0.40")),
            new EngineView.Risk(
                Usd.parse("2.75"), Usd.parse("3"), Usd.parse("2025.25"), Usd.parse("-1.5"))));
    scene.desk.paper(
        new EngineView.Paper(
            new EngineView.Wealth(
                List.of(
                    held(Samples.kalshi(1).yes(), "100", "40"),
                    held(Samples.polymarket(1).no(), "100", "55")),
                List.of(new CashPosition(VenueId.KALSHI, 0, Usd.parse("9958"), Usd.ZERO, NOW)),
                List.of(day(0, VenueId.KALSHI, "0.75")),
                new EngineView.Risk(Usd.ZERO, Usd.ZERO, Usd.parse("20000"), Usd.ZERO)),
            new EngineView.Kpis(
                3, 2, new InsideSlippage(2, 2, 2), 1, Duration.ofMillis(90), Duration.ZERO)));
  }

  private static EngineView.Venue venue(VenueId id) {
    return new EngineView.Venue(
        Map.of(
            VenueStatus.Part.MARKET_STREAM,
            new VenueStatus(id, VenueStatus.Part.MARKET_STREAM, VenueStatus.Health.UP, "", NOW)),
        NOW.minusMillis(350),
        Duration.ofMillis(120),
        Duration.ofMillis(-8),
        new EngineView.Reconciliation(NOW.minusSeconds(30), true, ""));
  }

  private static EngineView.Venue dead() {
    return new EngineView.Venue(
        Map.of(
            VenueStatus.Part.TRADING,
            new VenueStatus(
                VenueId.POLYMARKET,
                VenueStatus.Part.TRADING,
                VenueStatus.Health.DOWN,
                "connection refused",
                NOW)),
        Instant.EPOCH,
        Duration.ZERO,
        Duration.ZERO,
        new EngineView.Reconciliation(Instant.EPOCH, false, "never read"));
  }

  private static Position held(
      pairdesk.engine.market.Instrument instrument, String shares, String cost) {
    return new Position(
        instrument,
        Quantity.parse(shares),
        Quantity.ZERO,
        Usd.parse(cost),
        Usd.parse("0.72"),
        Usd.ZERO);
  }

  private static PnlDay day(int ago, VenueId venue, String realised) {
    return new PnlDay(
        LocalDate.of(2026, 11, 20).minusDays(ago),
        venue,
        "cross-venue",
        new PairId(1),
        Usd.parse(realised),
        Usd.parse("0.20"));
  }

  private static ExecutionSnapshot uneven() {
    return Samples.execution("e3", ExecutionState.PATCHING, "45", "0", NOW.minusSeconds(2));
  }

  private static Lease.Held lease() {
    var lease = new Lease(scene.database, "main", "test", InstantSource.fixed(NOW));
    return ((Lease.Taken.Ours) lease.take()).held();
  }

  private static void journal() {
    try (var journal =
        new PostgresJournal(
            scene.database, held, InstantSource.fixed(NOW), PostgresJournal.Room.DEFAULTS)) {
      judged(journal, "o1", 600, new Verdict.Allow());
      judged(
          journal,
          "o2",
          300,
          new Verdict.Shrink(Quantity.ofShares(20), "one-trade", "$20 a trade"));
      judged(journal, "o3", 60, new Verdict.Refuse("book-age", "book is 3.2 s old, at most 2 s"));
      journal.append(
          List.of(
              new JournalRecord.ExecutionChanged(
                  Samples.execution(
                      "e1", ExecutionState.COMPLETE, "50", "1234.56", NOW.minusSeconds(590))),
              new JournalRecord.ExecutionChanged(
                  Samples.execution(
                      "e2",
                      ExecutionState.NOTHING_FILLED,
                      "50",
                      "0",
                      NOW.minusSeconds(3 * 86_400))),
              new JournalRecord.ExecutionChanged(
                  Samples.onPaper(
                      Samples.execution(
                          "p1", ExecutionState.COMPLETE, "50", "0.75", NOW.minusSeconds(400)))),
              new JournalRecord.ExecutionChanged(uneven())));
      journal.flush();
    }
  }

  private static void judged(PostgresJournal journal, String id, int ago, Verdict verdict) {
    var found = Samples.opportunity(id, new PairId(1), NOW.minusSeconds(ago));
    journal.append(
        List.of(
            new JournalRecord.OpportunityFound(found),
            new JournalRecord.VerdictGiven(
                new VerdictRecord("v" + id, found.id(), verdict, 1, found.at()))));
  }

  private static void live() {
    try (var journal =
        new PostgresJournal(
            scene.database, held, InstantSource.fixed(NOW), PostgresJournal.Room.DEFAULTS)) {
      var live = new Controls(Mode.LIVE, false, "");
      journal.append(List.of(new JournalRecord.ControlChanged(live, NOW, "live", "ada", NOW)));
      journal.flush();
    }
  }

  private static void orders() {
    live();
    var intents = new PostgresIntents(scene.database, () -> held);
    for (int leg = 0; leg < 3; leg++) {
      committed(intents.commit(Mode.LIVE, List.of(order(leg)), allowed(), NOW.plusSeconds(leg)));
    }
    committed(intents.commit(Mode.PAPER, List.of(order(3)), allowed(), NOW.plusSeconds(3)));
    try (var journal =
        new PostgresJournal(
            scene.database, held, InstantSource.fixed(NOW), PostgresJournal.Room.DEFAULTS)) {
      journal.append(List.of(moved("c0", OrderState.SENT, "0"), moved("c1", OrderState.SENT, "0")));
      journal.append(
          List.of(
              moved("c0", OrderState.FILLED, "50"),
              moved("c2", OrderState.SENT, "0"),
              moved("c2", OrderState.PARTLY, "20")));
      journal.flush();
    }
  }

  private static void committed(IntentStore.Outcome outcome) {
    assertEquals(new IntentStore.Outcome.Committed(), outcome);
  }

  private static List<JournalRecord> allowed() {
    var found = Samples.opportunity("o1", new PairId(1), NOW.minusSeconds(600));
    return List.of(
        new JournalRecord.OpportunityFound(found),
        new JournalRecord.VerdictGiven(
            new VerdictRecord("vo1", found.id(), new Verdict.Allow(), 1, found.at())));
  }

  private static PreparedOrder order(int leg) {
    var instrument = leg == 0 ? Samples.kalshi(1).yes() : Samples.polymarket(1).no();
    return new PreparedOrder(
        new OrderIntent(
            new ClientOrderId("c" + leg),
            new OrderIntent.Origin(
                new ExecutionId("e3"),
                leg,
                0,
                leg == 2 ? Purpose.PATCH : Purpose.ENTRY,
                new PairId(1)),
            instrument,
            new OrderIntent.Terms(
                Side.BUY, Quantity.ofShares(50), Price.parse("0.4"), TimeInForce.IOC, false, null),
            new Approval("vo1", 1, Usd.parse("20.84"), NOW.plusSeconds(60))),
        "key" + leg,
        "{}");
  }

  private static JournalRecord moved(String id, OrderState state, String filled) {
    return new JournalRecord.OrderMoved(
        new ClientOrderId(id), state, "v" + id, Quantity.parse(filled), "test", NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "help-of-viewer, help, command, ",
    "help-of-one, help, command, /orders",
    "help-of-none, help, command, fly",
    "list-active, list_pairs, state, active",
    "list-all, list_pairs, state, all",
    "list-search, list_pairs, search, DAY 1",
    "list-by-edge, list_pairs, sort, edge",
    "list-by-pnl, list_pairs, sort, pnl",
    "list-expired, list_pairs, state, expired",
    "positions, positions, , ",
    "positions-paper, positions, account, paper",
    "pnl-paper, pnl, account, paper",
    "executions-paper, executions, account, paper",
    "orders-paper, orders, account, paper",
    "pnl-today, pnl, period, today",
    "pnl-all, pnl, period, all",
    "pnl-by-pair, pnl, by, pair",
    "pnl-custom, pnl, from, 2026-11-17",
    "pnl-custom-wrong, pnl, from, 17.11.2026",
    "opportunities, opportunities, since, 1h",
    "executions, executions, , ",
    "executions-limit, executions, limit, 101",
    "orders, orders, , ",
    "orders-open, orders, state, open",
    "status, status, , ",
    "risk, risk, , ",
    "pair, pair, pair, 1",
    "pair-undecided, pair, pair, 3",
    "pair-of-none, pair, pair, 99",
    "strategies, strategies, , ",
    "explain-refused, explain, pair, 1",
    "explain-shrunk, explain, opportunity, o2",
    "explain-of-none, explain, opportunity, nothing",
  })
  void answers(String golden, String command, String option, String value) {
    String[] options = value == null ? new String[0] : new String[] {option, value};
    Golden.check(golden, scene.run(scene.viewer(), command, options));
  }

  @ParameterizedTest
  @CsvSource({
    "list_pairs, GERMAN",
    "list_pairs, CHINESE",
    "status, GERMAN",
    "status, CHINESE",
    "pnl, GERMAN",
    "orders, CHINESE",
    "positions, GERMAN",
    "positions, CHINESE",
    "cancel_all, GERMAN",
    "cancel_all, CHINESE",
    "help, GERMAN"
  })
  void aPersonIsAnsweredInTheirLanguage(String command, Language language) {
    Golden.check(
        command + "-" + language.tag(),
        scene.run(
            scene.reads(language, command.equals("cancel_all") ? scene.admin() : scene.viewer()),
            command));
  }

  @Test
  void scanCountsGapsAndCandidatesAndChangesNothing() {
    String before = scene.stored();
    Golden.check("scan", scene.run(scene.operator(), "scan"));
    assertEquals(before, scene.stored());
  }

  @Test
  void cancelAllShowsWhatRestsAndTakesOnlyTheButtonOfThat() {
    var asked = (Answer.Reply) scene.run(scene.admin(), "cancel_all");
    ButtonId button = asked.buttons().getFirst().id();
    Answer old =
        scene.console.button(scene.admin(), scene.asked(scene.admin(), "cancel_all", 0), "");
    Answer done = scene.console.button(scene.admin(), button.text(), "");
    Golden.check("cancel-all", Written.answer(asked) + Written.answer(old) + Written.answer(done));
    assertEquals(
        List.of(new OperatorRequest.CancelAll(scene.admin().actor())),
        scene.desk.asked.stream().filter(OperatorRequest.CancelAll.class::isInstance).toList());
    assertEquals("cancel_all", scene.rows.audit().newest(1).getFirst().action());
  }

  @Test
  void helpShowsAnOperatorMoreThanAViewer() {
    Golden.check("help-of-operator", scene.run(scene.operator(), "help"));
  }

  @Test
  void helpKnowsEveryCommand() {
    var named = scene.console.specs().stream().map(spec -> spec.name()).toList();
    assertEquals(
        List.of(
            "find_matches",
            "approve_pair",
            "reject_pair",
            "list_pairs",
            "pair",
            "scan",
            "pause_pair",
            "resume_pair",
            "set_plan",
            "positions",
            "pnl",
            "opportunities",
            "explain",
            "executions",
            "orders",
            "status",
            "strategies",
            "risk",
            "set_limit",
            "mode",
            "halt",
            "resume",
            "cancel_all",
            "unwind",
            "reset_breaker",
            "notify",
            "export",
            "audit",
            "logs",
            "help"),
        named);
  }
}
