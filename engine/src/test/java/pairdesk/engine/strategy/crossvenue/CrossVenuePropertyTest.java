package pairdesk.engine.strategy.crossvenue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.engine.sample.SampleMarkets.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.BundlePricer;
import pairdesk.engine.opportunity.BundlePricer.Priced;
import pairdesk.engine.opportunity.BundlePricer.Quote;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.sample.SampleMarkets;
import pairdesk.engine.sample.SampleView;

/** The walk of both books against a naive twin that prices every whole number of shares. */
class CrossVenuePropertyTest {
  private static final MarketId LEFT = MarketId.kalshi("KXRAIN");
  private static final MarketId RIGHT = MarketId.polymarket("0xrain");
  private static final int DEPTH = 60;

  static LongStream seeds() {
    Long given = Long.getLong("seed");
    return given != null ? LongStream.of(given) : LongStream.range(0, 150);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @Tag("fault:M9")
  void findsWhatTheNaiveTwinFinds(long seed) {
    var random = new Random(seed);
    var left = new Quote(SampleMarkets.kalshi(LEFT), book(random, LEFT.yes()));
    var right = new Quote(SampleMarkets.polymarket(RIGHT), book(random, RIGHT.no()));
    var view =
        new SampleView()
            .put(left.market())
            .put(right.market())
            .put(left.book())
            .put(right.book())
            .put(new Pair(new PairId(1), LEFT, RIGHT, Relation.SAME, PairStatus.APPROVED, "hash"));
    var strategy = new CrossVenueStrategy(CrossVenueSettings.DEFAULTS, Fees.STANDARD);

    List<Opportunity> found = strategy.look(view, Set.of(RIGHT), NOW, () -> "id");
    Optional<Usd> naive = naive(List.of(left, right));

    if (found.isEmpty()) {
      // rounding may hide an edge of the size of the rounding itself
      assertTrue(
          naive.isEmpty() || naive.get().isLessThan(Usd.ofCents(5)), () -> "missed " + naive);
      return;
    }
    var edge = found.getFirst().edge();
    Usd best = naive.orElseThrow();
    assertTrue(
        edge.net().plus(Usd.ofCents(2)).compareTo(best) >= 0,
        () -> edge.net() + " where " + best + " can be had");
    assertTrue(edge.net().compareTo(edge.gross()) < 0);
    assertTrue(edge.netRatio().compareTo(CrossVenueSettings.DEFAULTS.minEdge()) >= 0);
    assertEquals(edge.payout().e6(), ((Opportunity.Bundle) found.getFirst()).shares().e6());
  }

  private static Optional<Usd> naive(List<Quote> quotes) {
    var pricer = new BundlePricer(Fees.STANDARD, CrossVenueSettings.DEFAULTS.slippageBuffer());
    return LongStream.rangeClosed(1, DEPTH * 3L)
        .mapToObj(Quantity::ofShares)
        .map(shares -> pricer.price(quotes, shares, NOW))
        .flatMap(Optional::stream)
        .map(Priced::edge)
        .filter(edge -> edge.netRatio().compareTo(CrossVenueSettings.DEFAULTS.minEdge()) >= 0)
        .map(edge -> edge.net())
        .max(Usd::compareTo);
  }

  private static Book book(Random random, Instrument instrument) {
    var asks = new ArrayList<Level>();
    int cents = 38 + random.nextInt(12);
    for (int level = 0; level < 3; level++) {
      asks.add(new Level(Price.ofCents(cents), Quantity.ofShares(1 + random.nextInt(DEPTH))));
      cents += 1 + random.nextInt(4);
    }
    return new Book(instrument, Ladder.EMPTY, Ladder.of(asks), 1, NOW, NOW);
  }
}
