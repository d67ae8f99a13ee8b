package pairdesk.bot.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.portfolio.Position;

/**
 * What of the positions is matched, what is certain, and that every sum is the sum of its parts.
 */
class HoldingsTest {
  private static final long SEED = Long.getLong("position.seed", 20_261_121L);

  private static MarketId kalshi(int n) {
    return MarketId.kalshi("K" + n);
  }

  private static MarketId polymarket(int n) {
    return MarketId.polymarket("0x%064x".formatted(n));
  }

  private static Pair pair(long id, int left, int right, Relation relation) {
    return new Pair(
        new PairId(id), kalshi(left), polymarket(right), relation, PairStatus.APPROVED, "hash");
  }

  private static Position held(Instrument instrument, String shares, String cost, String fees) {
    return new Position(
        instrument,
        Quantity.parse(shares),
        Quantity.ZERO,
        Usd.parse(cost),
        Usd.parse(fees),
        Usd.ZERO);
  }

  private static Holding only(List<Position> positions, Pair... pairs) {
    Holdings all = Holdings.of(positions, List.of(pairs), Marks.NONE);
    assertEquals(1, all.pairs().size(), all::toString);
    return all.pairs().getFirst();
  }

  @Test
  void bothOutcomesOfAPairLockTheDifference() {
    Holding holding =
        only(
            List.of(
                held(kalshi(1).yes(), "50", "20", "0.84"),
                held(polymarket(1).no(), "50", "27.5", "0.60")),
            pair(1, 1, 1, Relation.SAME));
    assertEquals(Quantity.ofShares(50), holding.matched());
    assertEquals(Usd.ofDollars(50), holding.payout());
    assertEquals(Usd.parse("1.06"), holding.locked());
    assertEquals(Quantity.ZERO, holding.unhedged());
    assertEquals(Usd.ZERO, holding.unhedgedCost());
  }

  @Test
  void sharesBeyondTheOtherLegAreUnhedgedAtTheirPartOfTheCost() {
    Holding holding =
        only(
            List.of(
                held(kalshi(1).yes(), "50", "20", "0.84"),
                held(polymarket(1).no(), "45", "24.75", "0.60")),
            pair(1, 1, 1, Relation.SAME));
    assertEquals(Quantity.ofShares(5), holding.unhedged());
    assertEquals(Usd.ofDollars(2), holding.unhedgedCost());
    // 45 − 18 − 24.75 − 0.756 − 0.60
    assertEquals(Usd.parse("0.894"), holding.locked());
  }

  @Test
  void ofAnInversePairTheSameOutcomesMatch() {
    List<Position> both =
        List.of(held(kalshi(1).yes(), "10", "4", "0"), held(polymarket(1).yes(), "10", "5", "0"));
    assertEquals(Usd.ofDollars(1), only(both, pair(1, 1, 1, Relation.INVERSE)).locked());
    assertEquals(Quantity.ZERO, only(both, pair(1, 1, 1, Relation.SAME)).matched());
  }

  @Test
  void aMarketOfTwoPairsIsCountedOnce() {
    Holding holding =
        only(
            List.of(
                held(kalshi(1).yes(), "30", "12", "0"),
                held(polymarket(1).no(), "10", "5", "0"),
                held(polymarket(2).yes(), "15", "7", "0")),
            pair(7, 1, 2, Relation.INVERSE),
            pair(3, 1, 1, Relation.SAME));
    assertEquals(new PairId(3), holding.id());
    assertEquals(Quantity.ofShares(25), holding.matched());
    assertEquals(Quantity.ofShares(5), holding.unhedged());
    assertEquals(Usd.parse("3"), holding.locked());
  }

  @Test
  void pairsThatContradictEachOtherMatchNothing() {
    Holding holding =
        only(
            List.of(
                held(kalshi(1).yes(), "10", "4", "0"), held(polymarket(1).no(), "10", "5", "0")),
            pair(1, 1, 1, Relation.SAME),
            pair(2, 1, 2, Relation.SAME),
            pair(3, 2, 1, Relation.SAME),
            pair(4, 2, 2, Relation.INVERSE));
    assertEquals(Quantity.ZERO, holding.matched());
    assertEquals(Usd.parse("9"), holding.unhedgedCost());
    assertEquals(Usd.ZERO, holding.locked());
  }

  @Test
  void whatNoPairHasStandsAlone() {
    Position alone = held(kalshi(9).yes(), "10", "9.4", "0.01");
    Holdings all =
        Holdings.of(
            List.of(alone, Position.flat(kalshi(8).yes())),
            List.of(pair(1, 1, 1, Relation.SAME)),
            new Marks(Map.of(kalshi(9).yes(), Price.parse("0.95"))));
    assertEquals(List.of(), all.pairs());
    assertEquals(
        List.of(new HeldLeg(alone, Quantity.ZERO, Optional.of(Price.parse("0.95")))), all.alone());
    assertEquals(Usd.parse("9.4"), all.totals().alone());
    assertEquals(new Totals.Worth(Usd.parse("9.5"), 0), all.totals().worth());
  }

  @Test
  void unhedgedPairsStandFirstTheDearestInFront() {
    Holdings all =
        Holdings.of(
            List.of(
                held(kalshi(1).yes(), "10", "4", "0"),
                held(polymarket(1).no(), "10", "5", "0"),
                held(kalshi(2).yes(), "10", "4", "0"),
                held(polymarket(3).no(), "10", "5", "0")),
            List.of(
                pair(1, 1, 1, Relation.SAME),
                pair(2, 2, 2, Relation.SAME),
                pair(3, 3, 3, Relation.SAME)),
            Marks.NONE);
    assertEquals(
        List.of(3L, 2L, 1L), all.pairs().stream().map(holding -> holding.id().value()).toList());
    assertEquals(4, all.totals().worth().unmarked());
  }

  @Test
  void everySumIsTheSumOfItsParts() {
    for (int round = 0; round < 300; round++) {
      long seed = SEED + round;
      var random = new Random(seed);
      List<Position> positions = positions(random);
      Holdings all = Holdings.of(positions, pairs(random), marks(positions, random));
      assertSumsHold(positions, all, "seed " + seed);
    }
  }

  private static void assertSumsHold(List<Position> positions, Holdings all, String seed) {
    Totals totals = all.totals();
    Usd cost = positions.stream().map(Position::cost).reduce(Usd.ZERO, Usd::plus);
    Usd fees = positions.stream().map(Position::fees).reduce(Usd.ZERO, Usd::plus);
    assertEquals(cost, totals.cost(), seed);
    assertEquals(fees, totals.fees(), seed);
    assertEquals(positions.size(), all.legs().count(), seed);
    Usd matched = all.legs().map(HeldLeg::matchedCost).reduce(Usd.ZERO, Usd::plus);
    assertEquals(cost, matched.plus(totals.unhedged()).plus(totals.alone()), seed);
    Usd matchedFees = all.legs().map(HeldLeg::matchedFees).reduce(Usd.ZERO, Usd::plus);
    assertEquals(totals.payout().minus(matched).minus(matchedFees), totals.locked(), seed);
    for (Holding holding : all.pairs()) {
      Quantity shares =
          holding.legs().stream().map(HeldLeg::shares).reduce(Quantity.ZERO, Quantity::plus);
      Quantity both = holding.matched().plus(holding.matched());
      assertEquals(shares, both.plus(holding.unhedged()), seed);
      assertTrue(holding.locked().compareTo(holding.payout()) <= 0, seed);
    }
  }

  private static List<Position> positions(Random random) {
    var positions = new ArrayList<Position>();
    for (int n = 1; n <= 6; n++) {
      for (MarketId market : List.of(kalshi(n), polymarket(n))) {
        for (Outcome outcome : Outcome.values()) {
          if (random.nextInt(3) > 0) {
            long shares = 1 + random.nextLong(100_000_000_000L);
            positions.add(
                new Position(
                    new Instrument(market, outcome),
                    Quantity.ofE6(shares),
                    Quantity.ZERO,
                    Usd.ofE6(random.nextLong(shares)),
                    Usd.ofE6(random.nextLong(1_000_000)),
                    Usd.ZERO));
          }
        }
      }
    }
    return positions;
  }

  private static List<Pair> pairs(Random random) {
    var pairs = new ArrayList<Pair>();
    for (int n = 1; n <= 5; n++) {
      Relation relation = random.nextBoolean() ? Relation.SAME : Relation.INVERSE;
      pairs.add(pair(n, 1 + random.nextInt(5), 1 + random.nextInt(5), relation));
    }
    return pairs;
  }

  private static Marks marks(List<Position> positions, Random random) {
    var prices = new java.util.HashMap<Instrument, Price>();
    positions.forEach(position -> {
      if (random.nextBoolean()) {
        prices.put(position.instrument(), Price.ofE4(random.nextInt(10_000)));
      }
    });
    return new Marks(prices);
  }
}
