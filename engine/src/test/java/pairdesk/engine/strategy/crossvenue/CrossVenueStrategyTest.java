package pairdesk.engine.strategy.crossvenue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.engine.sample.SampleMarkets.NOW;
import static pairdesk.engine.sample.SampleMarkets.book;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Edge;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.sample.SampleMarkets;
import pairdesk.engine.sample.SampleView;

class CrossVenueStrategyTest {
  private static final MarketId LEFT = MarketId.kalshi("KXRAIN");
  private static final MarketId RIGHT = MarketId.polymarket("0xrain");
  private static final Pair PAIR =
      new Pair(new PairId(7), LEFT, RIGHT, Relation.SAME, PairStatus.APPROVED, "hash");
  private static final CrossVenueStrategy STRATEGY = strategy("0.01", "0.002");

  private final SampleView view =
      new SampleView()
          .put(SampleMarkets.kalshi(LEFT))
          .put(SampleMarkets.polymarket(RIGHT))
          .put(PAIR);
  private int ids;

  @Test
  void buysYesHereAndNoThere() {
    view.put(book(LEFT.yes(), "", "0.40 x 100")).put(book(RIGHT.no(), "", "0.55 x 80"));

    // 80 × 0.07 × 0.24 = 1.344, 80 × 0.04 × 0.2475 = 0.792
    var left = leg(LEFT.yes(), "80", "0.40", "32", "1.344");
    var right = leg(RIGHT.no(), "80", "0.55", "44", "0.792");
    // 80 − 76 − 2.136 − 0.16 = 1.704 on 78.136 in ten days: 79.59 % a year
    var edge =
        new Edge(
            Usd.ofDollars(80),
            Usd.ofDollars(76),
            Usd.parse("2.136"),
            Usd.parse("0.16"),
            Ratio.ofBps(7_959));
    assertEquals(
        List.of(
            new Opportunity.Bundle(
                new OpportunityId("id-1"),
                "cross-venue",
                PAIR.id(),
                List.of(left, right),
                edge,
                NOW)),
        look());
  }

  @Test
  void buysNoHereAndYesThere() {
    view.put(book(LEFT.no(), "", "0.40 x 100")).put(book(RIGHT.yes(), "", "0.55 x 80"));
    assertEquals(List.of(LEFT.no(), RIGHT.yes()), instruments(look()));
  }

  @Test
  void anInversePairPaysOnTheSameOutcomeThere() {
    view.put(PAIR.withStatus(PairStatus.PAUSED))
        .put(new Pair(PAIR.id(), LEFT, RIGHT, Relation.INVERSE, PairStatus.APPROVED, "hash"))
        .put(book(LEFT.yes(), "", "0.40 x 100"))
        .put(book(RIGHT.yes(), "", "0.55 x 80"));
    assertEquals(List.of(LEFT.yes(), RIGHT.yes()), instruments(look()));
  }

  @Test
  @Tag("fault:T18")
  void reportsTheBetterDirectionOnly() {
    view.put(book(LEFT.yes(), "", "0.40 x 100"))
        .put(book(RIGHT.no(), "", "0.55 x 80"))
        .put(book(LEFT.no(), "", "0.30 x 100"))
        .put(book(RIGHT.yes(), "", "0.55 x 80"));
    assertEquals(List.of(LEFT.no(), RIGHT.yes()), instruments(look()));
  }

  @Test
  void walksBothBooksWhileTheMarginalShareStillPays() {
    // 0.40 + 0.50 pays, 0.44 + 0.50 pays, 0.44 + 0.56 does not
    view.put(book(LEFT.yes(), "", "0.40 x 60, 0.44 x 60, 0.60 x 500"))
        .put(book(RIGHT.no(), "", "0.50 x 100, 0.56 x 500"));
    Opportunity.Bundle bundle = only(look());
    assertEquals(Quantity.ofShares(100), bundle.shares());
    assertEquals(Price.ofCents(44), bundle.legs().getFirst().worst());
    assertEquals(Usd.parse("41.60"), bundle.legs().getFirst().cost());
  }

  @Test
  void stopsWhereAllSharesTogetherWouldEarnLessThanTheMinimum() {
    // without fees and slippage: 10 shares earn 5 %, further ones 0.5 %; up to 90 in all earn 1 %
    view.put(free(SampleMarkets.kalshi(LEFT)))
        .put(free(SampleMarkets.polymarket(RIGHT)))
        .put(book(LEFT.yes(), "", "0.40 x 10, 0.4450 x 1000"))
        .put(book(RIGHT.no(), "", "0.55 x 1000"));
    Opportunity.Bundle bundle = only(look(strategy("0.01", "0")));
    assertEquals(Quantity.ofShares(90), bundle.shares());
    assertEquals(Ratio.ofPercent(1), bundle.edge().netRatio());
  }

  @Test
  @Tag("fault:M9")
  void refusesAnEdgeBelowTheMinimum() {
    view.put(free(SampleMarkets.kalshi(LEFT)))
        .put(free(SampleMarkets.polymarket(RIGHT)))
        .put(book(RIGHT.no(), "", "0.55 x 100"));
    view.put(book(LEFT.yes(), "", "0.4401 x 100"));
    assertEquals(List.of(), look(strategy("0.01", "0")));
    view.put(book(LEFT.yes(), "", "0.44 x 100"));
    assertEquals(1, look(strategy("0.01", "0")).size());
  }

  @Test
  void countsTheSlippageBuffer() {
    view.put(free(SampleMarkets.kalshi(LEFT)))
        .put(free(SampleMarkets.polymarket(RIGHT)))
        .put(book(RIGHT.no(), "", "0.55 x 100"))
        .put(book(LEFT.yes(), "", "0.43 x 100"));
    assertEquals(1, look(strategy("0.01", "0.01")).size());
    assertEquals(List.of(), look(strategy("0.01", "0.0101")));
  }

  @Test
  void cutsToTheCoarserLotAndTheLargestSize() {
    Market market = SampleMarkets.kalshi(LEFT);
    view.put(
            new Market(
                market.listing(),
                new Market.Terms(
                    market.terms().grid(),
                    Quantity.ofShares(1),
                    Quantity.ofShares(1),
                    Usd.ZERO,
                    market.terms().fees()),
                market.life(),
                market.address()))
        .put(book(LEFT.yes(), "", "0.40 x 50.75"))
        .put(book(RIGHT.no(), "", "0.50 x 80.5"));
    assertEquals(Quantity.ofShares(50), only(look()).shares());

    view.put(book(LEFT.yes(), "", "0.40 x 50000")).put(book(RIGHT.no(), "", "0.50 x 80000"));
    assertEquals(Quantity.ofShares(10_000), only(look()).shares());
  }

  @Test
  @Tag("fault:R19")
  void respectsTheMinimumSizeAndTheMinimumDollarsOfALeg() {
    view.put(book(LEFT.yes(), "", "0.40 x 100"));
    view.put(book(RIGHT.no(), "", "0.50 x 4.99"));
    assertEquals(List.of(), look());
    view.put(book(RIGHT.no(), "", "0.50 x 5"));
    assertEquals(1, look().size());

    // six shares at 0.16 are 0.96, below the dollar that a crossing BUY needs
    view.put(book(RIGHT.no(), "", "0.16 x 6"));
    assertEquals(List.of(), look());
    view.put(book(RIGHT.no(), "", "0.16 x 6.25"));
    assertEquals(1, look().size());
  }

  @Test
  void refusesStaleCrossedMissingAndClosed() {
    view.put(book(LEFT.yes(), "", "0.40 x 100")).put(book(RIGHT.no(), "", "0.55 x 80"));
    assertEquals(1, look().size());

    var stale = NOW.minus(Duration.ofSeconds(5));
    view.put(SampleMarkets.bookAt(RIGHT.no(), "", "0.55 x 80", stale));
    assertEquals(List.of(), look());
    view.put(SampleMarkets.bookAt(RIGHT.no(), "", "0.55 x 80", stale.plusMillis(1)));
    assertEquals(1, look().size());

    view.put(book(RIGHT.no(), "0.55 x 1", "0.55 x 80"));
    assertEquals(List.of(), look());

    view.removeBook(RIGHT.no());
    assertEquals(List.of(), look());

    view.put(book(RIGHT.no(), "", "0.55 x 80"));
    Market market = SampleMarkets.polymarket(RIGHT);
    view.put(
        SampleMarkets.withLife(
            market, new Market.Life(MarketStatus.PAUSED, null, null, null, null)));
    assertEquals(List.of(), look());
    view.put(SampleMarkets.withFees(market, new FeeSchedule.Unknown("flat")));
    assertEquals(List.of(), look());
    view.put(market);
    assertEquals(1, look().size());
  }

  @Test
  void looksAtApprovedPairsOnly() {
    view.put(book(LEFT.yes(), "", "0.40 x 100"))
        .put(book(RIGHT.no(), "", "0.55 x 80"))
        .put(PAIR.withStatus(PairStatus.SUSPENDED));
    assertEquals(List.of(), look());
  }

  @Test
  @Tag("fault:N3")
  void reportsAPairOnceThoughBothItsMarketsChanged() {
    view.put(book(LEFT.yes(), "", "0.40 x 100")).put(book(RIGHT.no(), "", "0.55 x 80"));
    assertEquals(1, STRATEGY.look(view, Set.of(LEFT, RIGHT), NOW, () -> "id-" + ++ids).size());
  }

  @Test
  @Tag("fault:L5")
  void hasNoYieldWithoutASettlementTime() {
    Market market = SampleMarkets.polymarket(RIGHT);
    view.put(book(LEFT.yes(), "", "0.40 x 100"))
        .put(book(RIGHT.no(), "", "0.55 x 80"))
        .put(
            SampleMarkets.withLife(
                market, new Market.Life(MarketStatus.OPEN, null, null, null, null)));
    assertEquals(null, only(look()).edge().annualised());
  }

  @Test
  void pricesASmallerBundleOnTheSameBooks() {
    view.put(book(LEFT.yes(), "", "0.40 x 60, 0.44 x 60")).put(book(RIGHT.no(), "", "0.50 x 100"));
    Opportunity.Bundle bundle = only(look());
    Opportunity.Bundle smaller =
        STRATEGY.resize(bundle, Quantity.ofShares(60), view, NOW).orElseThrow();
    assertEquals(bundle.id(), smaller.id());
    assertEquals(Usd.ofDollars(24), smaller.legs().getFirst().cost());
    assertTrue(smaller.edge().netRatio().compareTo(bundle.edge().netRatio()) > 0);
    assertTrue(STRATEGY.resize(bundle, Quantity.ofShares(101), view, NOW).isEmpty());
  }

  private List<Opportunity> look() {
    return look(STRATEGY);
  }

  private List<Opportunity> look(CrossVenueStrategy strategy) {
    return strategy.look(view, Set.of(LEFT), NOW, () -> "id-" + ++ids);
  }

  private static CrossVenueStrategy strategy(String minEdge, String slippage) {
    return new CrossVenueStrategy(
        new CrossVenueSettings(
            Ratio.parseFraction(minEdge),
            Ratio.parseFraction(slippage),
            Duration.ofSeconds(5),
            Quantity.ofShares(10_000)),
        Fees.STANDARD);
  }

  private static Market free(Market market) {
    return SampleMarkets.withFees(market, new FeeSchedule.Free());
  }

  private static Opportunity.Bundle only(List<Opportunity> found) {
    assertEquals(1, found.size());
    return (Opportunity.Bundle) found.getFirst();
  }

  private static List<Instrument> instruments(List<Opportunity> found) {
    return only(found).legs().stream().map(Leg::instrument).toList();
  }

  private static Leg leg(
      Instrument instrument, String shares, String worst, String cost, String fee) {
    return new Leg(
        instrument,
        Quantity.parse(shares),
        Price.parse(worst),
        Usd.parse(cost),
        Usd.parse(fee),
        new Leg.Reading(1, Duration.ZERO));
  }
}
