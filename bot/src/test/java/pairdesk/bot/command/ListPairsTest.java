package pairdesk.bot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Menu;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;
import pairdesk.engine.book.Book;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.portfolio.PnlDay;

/** Sixty approved pairs: what comes first, page by page, and what is opened from a page. */
class ListPairsTest {
  private static final int PAIRS = 60;

  @SuppressWarnings("NullAway.Init")
  private static Scene scene;

  /** Pair 7 has the best edge, 3 the next; 9 has earned most, 5 has lost. */
  @BeforeAll
  static void approved() {
    scene = new Scene();
    for (int n = 1; n <= PAIRS; n++) {
      for (MarketId id : List.of(Samples.kalshi(n), Samples.polymarket(n))) {
        scene.desk.markets.put(id, Samples.market(id, "Rain on day " + n + "?", "Pays."));
      }
    }
    scene.tamper(
        """
        INSERT INTO pair (left_venue, left_code, right_venue, right_code, relation, status,
            rules_hash, score, proposal, proposed_at, changed_at, changed_by)
        SELECT 'kalshi', 'KXRAIN-' || n, 'polymarket', '0x' || lpad(to_hex(n), 64, '0'), 'SAME',
            'APPROVED', 'hash', 90, '{}', now(), now(), 'olga'
        FROM generate_series(1, %d) n
        """
            .formatted(PAIRS));
    Map<Instrument, Book> books = new HashMap<>(Samples.books(3, "0.38", "0.40", "0.53", "0.55"));
    books.putAll(Samples.books(7, "0.30", "0.32", "0.53", "0.55"));
    EngineView.Desk old = scene.desk.view().desk();
    scene.desk.desk(
        new EngineView.Desk(
            old.controls(),
            old.limits(),
            old.breakers(),
            old.venues(),
            old.markets(),
            books,
            old.pairs()));
    EngineView.Wealth wealth = scene.desk.view().wealth();
    scene.desk.wealth(
        new EngineView.Wealth(
            wealth.positions(), wealth.cash(), List.of(day(9, "3"), day(5, "-2")), wealth.risk()));
  }

  private static PnlDay day(long pair, String realised) {
    return new PnlDay(
        LocalDate.of(2026, 11, 20),
        VenueId.KALSHI,
        "cross-venue",
        new PairId(pair),
        Usd.parse(realised),
        Usd.parse("0.25"));
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  private static Answer.Reply list(String... options) {
    return (Answer.Reply) scene.run(scene.viewer(), "list_pairs", options);
  }

  private static List<Menu.Choice> choices(Answer.Reply reply) {
    return Objects.requireNonNull(reply.menu()).choices();
  }

  /** Numbers of the pairs, as they are offered to be opened. */
  private static List<Integer> pairs(Answer.Reply reply) {
    return choices(reply).stream()
        .map(choice -> Integer.valueOf(choice.id().arguments().getFirst()))
        .toList();
  }

  private static List<Integer> from(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  void whatHasTheBestEdgeComesFirstAndWhatCannotBeCountedLast() {
    assertEquals(List.of(7, 3, 1, 2, 4), pairs(list("sort", "edge")).subList(0, 5));
  }

  @Test
  void theLargestProfitComesFirstAndTheLossLast() {
    assertEquals(9, pairs(list("sort", "pnl")).getFirst());
    Answer.Reply last = press(list("sort", "pnl"), "v1:list_pairs:sort=pnl:3");
    assertEquals(5, pairs(last).getLast());
    assertTrue(Written.answer(last).contains("−$2.25"), Written.answer(last));
  }

  @Test
  void aPageTurnedLaterIsSortedLikeTheFirst() {
    Answer.Reply second = press(list("sort", "edge"), "v1:list_pairs:sort=edge:2");
    assertEquals(from(26, 50), pairs(second));
    assertEquals(Answer.Audience.IN_PLACE, second.audience());
  }

  private static Answer.Reply press(Answer.Reply reply, String button) {
    assertTrue(Written.answer(reply).contains("/3 "), Written.answer(reply));
    return (Answer.Reply) scene.console.button(scene.viewer(), button, "");
  }

  @Test
  void everyOrderHasItsWord() {
    String refused = Written.answer(list("sort", "size"));
    assertTrue(refused.contains("`sort` wants one of score, edge, close, pnl"), refused);
  }

  @Test
  void aPairThatIsChosenIsShownAsWhenItsNumberIsTyped() {
    Menu.Choice chosen = choices(list()).get(2);
    assertEquals("v1:pair:3", chosen.id().text());
    assertEquals(
        Written.answer(scene.run(scene.viewer(), "pair", "pair", "3")),
        Written.answer(scene.console.button(scene.viewer(), chosen.id().text(), "")));
  }
}
