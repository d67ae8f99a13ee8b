package pairdesk.engine.strategy.crossvenue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.engine.sample.SampleMarkets.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.BundlePricer;
import pairdesk.engine.opportunity.BundlePricer.Quote;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.sample.SampleMarkets;
import pairdesk.engine.strategy.BundleSizes;

class GlanceTest {
  private static final MarketId LEFT = MarketId.kalshi("KXRAIN");
  private static final MarketId RIGHT = MarketId.polymarket("0xrain");
  private static final Quantity MOST = Quantity.ofShares(10_000);

  static LongStream seeds() {
    Long given = Long.getLong("seed");
    return given != null ? LongStream.of(given) : LongStream.range(0, 400);
  }

  @Test
  void wantsTheMinimumAndTheSlippageOfEachDollar() {
    Glance glance = Glance.of(Ratio.ofPercent(1), Ratio.ofBps(20));
    assertTrue(glance.mayPay(asks(4_000), asks(5_880)));
    assertFalse(glance.mayPay(asks(4_000), asks(5_881)));
  }

  @Test
  void thereIsNothingInABookWithoutAsks() {
    Glance glance = Glance.of(Ratio.ofPercent(1), Ratio.ZERO);
    assertFalse(glance.mayPay(Ladder.EMPTY, asks(100)));
    assertFalse(glance.mayPay(asks(100), Ladder.EMPTY));
  }

  /** Where it says no, neither the walk nor any number of shares finds enough. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void neverRefusesWhatTheFullLookWouldTake(long seed) {
    var random = new Random(seed);
    Ratio minEdge = Ratio.ofBps(1 + random.nextInt(300));
    Ratio slippage = Ratio.ofBps(random.nextInt(100));
    int best = 100 + random.nextInt(9_000);
    int limit = 10_000 - minEdge.bps() - slippage.bps();
    int other = Math.clamp(limit - best + random.nextInt(-30, 31), 1, 9_999);
    var left = quote(random, SampleMarkets.kalshi(LEFT), LEFT.yes(), best);
    var right = quote(random, SampleMarkets.polymarket(RIGHT), RIGHT.no(), other);
    if (Glance.of(minEdge, slippage).mayPay(left.book().asks(), right.book().asks())) {
      return;
    }
    var pricer = new BundlePricer(Fees.STANDARD, slippage);
    assertEquals(List.of(), new BundleSizes(pricer, minEdge).of(List.of(left, right), 1, MOST));
    for (long e6 = 10_000; e6 <= 200_000_000; e6 = e6 * 3 / 2) {
      Quantity shares = Quantity.ofE6(e6 - e6 % 10_000);
      pricer
          .price(List.of(left, right), shares, NOW)
          .ifPresent(priced ->
              assertTrue(priced.edge().netRatio().compareTo(minEdge) < 0, priced::toString));
    }
  }

  private static Quote quote(Random random, Market usual, Instrument instrument, int best) {
    Market.Terms terms = usual.terms();
    var market =
        new Market(
            usual.listing(),
            new Market.Terms(
                terms.grid(), Quantity.ofE6(10_000), Quantity.ofE6(10_000), Usd.ZERO, fees(random)),
            usual.life(),
            usual.address());
    var asks = new ArrayList<Level>();
    int price = best;
    for (int level = 0; level < 3 && price < 10_000; level++) {
      asks.add(new Level(Price.ofE4(price), Quantity.ofE6(10_000L * random.nextInt(1, 9_000))));
      price += random.nextInt(1, 300);
    }
    return new Quote(market, new Book(instrument, Ladder.EMPTY, Ladder.of(asks), 1, NOW, NOW));
  }

  private static FeeSchedule fees(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new FeeSchedule.Free();
      case 1 -> new FeeSchedule.TakerCurve(Ratio.ofBps(random.nextInt(800)), 1 + random.nextInt(2));
      case 2 -> new FeeSchedule.Quadratic(0, 0, 10_000);
      default -> new FeeSchedule.Quadratic(700, 0, 10_000);
    };
  }

  private static Ladder asks(int priceE4) {
    return Ladder.owning(new int[] {priceE4}, new long[] {10_000_000});
  }
}
