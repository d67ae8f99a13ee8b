package pairdesk.bot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Console;
import pairdesk.bot.scene.Golden;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.portfolio.Position;

/** Ten thousand positions, read page by page. */
class PositionsTest {
  /** Of each a YES and a NO; the last one lacks five shares. */
  private static final int PAIRS = 4_990;

  private static final int ALONE = 20;
  private static final int ON_PAGE = 5;
  private static final int ALONE_IN_ENTRY = 6;
  private static final int MOST_CHARACTERS = 4_000;

  /** A section has a text and a button of its own. */
  private static final int PARTS_OF_ENTRY = 3;

  private static final int MOST_PARTS = 40;

  @SuppressWarnings("NullAway.Init")
  private static Scene scene;

  @BeforeAll
  static void crowd() {
    scene = new Scene();
    scene.tamper(
        """
        INSERT INTO pair (left_venue, left_code, right_venue, right_code, relation, status,
            rules_hash, score, proposal, proposed_at, changed_at, changed_by)
        SELECT 'kalshi', 'KXRAIN-' || n, 'polymarket', '0x' || lpad(to_hex(n), 64, '0'), 'SAME',
            CASE n WHEN 3 THEN 'PAUSED' ELSE 'APPROVED' END, 'hash', 90, '{}', now(), now(), 'olga'
        FROM generate_series(1, %d) n
        """
            .formatted(PAIRS));
    EngineView.Wealth old = scene.desk.view().wealth();
    scene.desk.wealth(
        new EngineView.Wealth(positions(), old.cash(), old.pnl(), old.risk(), old.winnings()));
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  private static List<Position> positions() {
    var held = new ArrayList<Position>();
    for (int n = 1; n <= PAIRS; n++) {
      held.add(held(Samples.kalshi(n).yes(), "123456.78", "49382.712"));
      held.add(
          held(Samples.polymarket(n).no(), n == PAIRS ? "123451.78" : "123456.78", "67901.2295"));
    }
    for (int n = 1; n <= ALONE; n++) {
      held.add(held(Samples.kalshi(PAIRS + n).yes(), "10", "9.5"));
    }
    return held;
  }

  private static Position held(Instrument instrument, String shares, String cost) {
    return new Position(
        instrument,
        Quantity.parse(shares),
        Quantity.ZERO,
        Usd.parse(cost),
        Usd.parse("0.010001"),
        Usd.ZERO);
  }

  private static Answer.Reply page(Console console, int page) {
    return (Answer.Reply) console.button(scene.viewer(), "v1:positions:account=real:" + page, "");
  }

  @Test
  void theFirstPageShowsWhatIsUnhedgedFirstAndEverySum() {
    Golden.check("positions-of-many", scene.run(scene.viewer(), "positions", "account", "real"));
  }

  @Test
  void theLastPageShowsWhatBelongsToNoPair() {
    int entries = PAIRS + Math.ceilDiv(ALONE, ALONE_IN_ENTRY);
    int last = Math.ceilDiv(entries, ON_PAGE);
    Answer.Reply page = page(scene.console, last);
    assertEquals(last + "/" + last, page.buttons().get(1).label());
    String text = Written.answer(page);
    assertTrue(text.contains("without a pair"), text);
    assertFalse(text.contains("Pair "), text);
    assertEquals(Answer.Audience.IN_PLACE, page.audience());
  }

  @Test
  void everyPageFitsDiscordAndSaysTheSameSums() {
    Set<List<Card.Field>> sums = new HashSet<>();
    for (int number : List.of(1, 2, 500, 997, 998, 999, 1_000)) {
      Answer.Reply page = page(scene.console, number);
      Card card = page.card();
      int characters = card.title().length() + card.text().length() + card.footer().length();
      for (Card.Field field : card.fields()) {
        characters += field.name().length() + field.value().length();
      }
      int parts = 0;
      for (Card.Entry entry : card.entries()) {
        characters += entry.text().length();
        parts += PARTS_OF_ENTRY;
      }
      assertTrue(characters <= MOST_CHARACTERS, Written.answer(page));
      assertTrue(parts + 6 + page.buttons().size() <= MOST_PARTS, Written.answer(page));
      assertTrue(card.entries().size() <= ON_PAGE);
      sums.add(card.fields());
    }
    assertEquals(1, sums.size(), sums::toString);
  }

  @Test
  void pagesAreTurnedByAConsoleThatHasJustStarted() {
    Console restarted = scene.console(Scene.ACCESS, scene.messages, Scene.PLACES);
    String second = Written.answer(page(restarted, 2));
    assertTrue(second.contains("2/"), second);
    assertTrue(second.contains("**Pair 5**"), second);
  }

  @Test
  void detailsOfAPairAreExact() {
    Golden.check(
        "position-details", scene.console.button(scene.viewer(), "v1:held:" + PAIRS + ":LIVE", ""));
  }

  @Test
  void detailsOfWhatIsNotHeldOrNotOursAreRefused() {
    for (String id : List.of("v1:held:99999:LIVE", "v1:held:1:PAPER")) {
      String answer = Written.answer(scene.console.button(scene.viewer(), id, ""));
      assertTrue(answer.contains("Nothing is held of pair"), answer);
    }
    for (String id : List.of("v1:held:x:LIVE", "v1:held:1:BOTH", "v1:held:1", "v1:held:1:LIVE:2")) {
      String answer = Written.answer(scene.console.button(scene.viewer(), id, ""));
      assertTrue(answer.contains("out of date"), answer);
    }
  }
}
