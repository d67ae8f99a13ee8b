package pairdesk.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;

class LadderTest {
  private static final int[] PRICES = {4_000, 4_200};
  private static final long[] QUANTITIES = {10_000_000, 50_000_000};

  static LongStream seeds() {
    Long given = Long.getLong("seed");
    return given != null ? LongStream.of(given) : LongStream.range(0, 100);
  }

  @Test
  void readsArraysFromEitherEnd() {
    Ladder asks = Ladder.owning(PRICES.clone(), QUANTITIES.clone());
    Ladder bids = Ladder.owningBestLast(PRICES.clone(), QUANTITIES.clone());
    assertEquals(level("0.40", "10"), asks.best());
    assertEquals(level("0.42", "50"), bids.best());
    assertEquals(asks.levels().reversed(), bids.levels());
    assertNotEquals(asks, bids);
  }

  @Test
  void isEqualByItsLevelsHoweverTheyLie() {
    Ladder one = Ladder.owningBestLast(PRICES.clone(), QUANTITIES.clone());
    Ladder other = Ladder.owning(new int[] {4_200, 4_000}, new long[] {50_000_000, 10_000_000});
    assertEquals(one, other);
    assertEquals(one.hashCode(), other.hashCode());
    assertEquals(one, other.complement().complement());
    assertNotEquals(one, one.complement());
    assertSame(Ladder.EMPTY, Ladder.EMPTY.complement());
  }

  /** The bids of one outcome, and the asks of the other one that are the same orders. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void showsWhatTheNaiveTwinShows(long seed) {
    var random = new Random(seed);
    var rests = new TreeMap<Integer, Long>();
    int levels = random.nextInt(12);
    for (int i = 0; i < levels; i++) {
      rests.put(1 + random.nextInt(9_999), 1 + random.nextLong(1_000_000_000));
    }
    int[] prices = rests.keySet().stream().mapToInt(price -> price).toArray();
    long[] quantities = rests.values().stream().mapToLong(quantity -> quantity).toArray();

    Ladder bids = Ladder.owningBestLast(prices, quantities);
    List<Level> naive =
        rests.descendingMap().entrySet().stream()
            .map(e -> new Level(Price.ofE4(e.getKey()), Quantity.ofE6(e.getValue())))
            .toList();
    List<Level> mirrored =
        naive.stream().map(l -> new Level(l.price().complement(), l.quantity())).toList();

    assertEquals(naive, bids.levels());
    assertEquals(mirrored, bids.complement().levels());
    assertEquals(Ladder.of(mirrored), bids.complement());
    assertEquals(Ladder.of(mirrored).hashCode(), bids.complement().hashCode());
  }

  private static Level level(String price, String shares) {
    return new Level(Price.parse(price), Quantity.parse(shares));
  }
}
