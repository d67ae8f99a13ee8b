package pairdesk.engine.paper;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;

/**
 * Random books and orders, checked against a naive count of what was ever displayed. Give a seed
 * back with {@code -Dseed=}.
 */
class PaperPropertyTest {
  private static final int STEPS = 200;

  static LongStream seeds() {
    Long given = Long.getLong("seed");
    return given != null ? LongStream.of(given) : LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void fillsNeverMoreThanWasDisplayedNeverBetterAndNeverWithoutEvidence(long seed) {
    var random = new Random(seed);
    var scene = PaperScene.owning(PaperScene.YES, 500);
    var truth = new Displayed();
    int told = 0;
    for (int step = 0; step < STEPS; step++) {
      if (random.nextInt(3) == 0) {
        Book book = book(random, scene);
        truth.shows(book);
        scene.shown(book);
      } else {
        order(random, scene);
      }
      List<PaperReport.Filled> filled = scene.filled();
      for (PaperReport.Filled one : filled.subList(told, filled.size())) {
        truth.check(one, seed);
      }
      told = filled.size();
      scene.pass(Duration.ofMillis(random.nextInt(2_000)));
    }
    assertTrue(told > 0, "seed " + seed + " filled nothing");
  }

  private static void order(Random random, PaperScene scene) {
    TimeInForce[] lives = {TimeInForce.IOC, TimeInForce.FOK, TimeInForce.GTC};
    scene.submit(
        scene.order(
            random.nextBoolean() ? Side.BUY : Side.SELL,
            Integer.toString(1 + random.nextInt(30)),
            "0." + (35 + random.nextInt(16)),
            lives[random.nextInt(lives.length)]));
  }

  private static Book book(Random random, PaperScene scene) {
    int bid = 36 + random.nextInt(10);
    int ask = bid + 1 + random.nextInt(4);
    return new Book(
        PaperScene.YES, side(random, bid, -1), side(random, ask, 1), 1, scene.now(), scene.now());
  }

  private static Ladder side(Random random, int best, int step) {
    var levels = new ArrayList<Level>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      levels.add(
          new Level(Price.ofCents(best + step * i), Quantity.ofShares(1 + random.nextInt(20))));
    }
    return Ladder.of(levels);
  }

  /**
   * Per level, how much was displayed anew in all, and how much of it is used up: a share may be
   * counted again only after its level has grown.
   */
  private static final class Displayed {
    private final Map<String, Long> last = new HashMap<>();
    private final Map<String, Long> budget = new HashMap<>();

    void shows(Book book) {
      var now = new HashMap<String, Long>();
      book.asks().levels().forEach(l -> now.put("ask " + l.price(), l.quantity().e6()));
      book.bids().levels().forEach(l -> now.put("bid " + l.price(), l.quantity().e6()));
      now.forEach((spot, size) -> {
        long grown = Math.max(0, size - last.getOrDefault(spot, 0L));
        long left = Math.min(budget.getOrDefault(spot, 0L), last.getOrDefault(spot, 0L));
        budget.put(spot, Math.min(size, left + grown));
      });
      budget.keySet().retainAll(now.keySet());
      last.clear();
      last.putAll(now);
    }

    void check(PaperReport.Filled filled, long seed) {
      Fill fill = filled.fill();
      String where = "seed " + seed + ": " + filled;
      boolean buys = fill.side() == Side.BUY;
      switch (filled.evidence()) {
        case TOUCH -> take((buys ? "ask " : "bid ") + fill.price(), fill.quantity().e6(), where);
        case TRADE_THROUGH -> takeThrough(buys, fill, where);
        case QUEUE_PASSED ->
            assertTrue(!last.containsKey((buys ? "bid " : "ask ") + fill.price()), where);
      }
    }

    private void take(String spot, long shares, String where) {
      long left = budget.getOrDefault(spot, 0L) - shares;
      assertTrue(left >= 0, where);
      budget.put(spot, left);
    }

    /** Best levels beyond the limit first, as a taker of them would. */
    private void takeThrough(boolean buys, Fill fill, String where) {
      long missing = fill.quantity().e6();
      for (int cents = buys ? 1 : 99; cents > 0 && cents < 100; cents += buys ? 1 : -1) {
        Price price = Price.ofCents(cents);
        boolean beyond = buys ? price.e4() < fill.price().e4() : price.e4() > fill.price().e4();
        String spot = (buys ? "ask " : "bid ") + price;
        if (beyond && missing > 0) {
          long taken = Math.min(missing, budget.getOrDefault(spot, 0L));
          budget.computeIfPresent(spot, (_, left) -> left - taken);
          missing -= taken;
        }
      }
      assertTrue(missing == 0, where);
    }
  }
}
