package pairdesk.engine.strategy.crossvenue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.MakerRules;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.sample.SampleMarkets;
import pairdesk.engine.strategy.MarketView;

class RestingStrategyTest {
  private static final MarketId KALSHI = MarketId.kalshi("KXRAIN");
  private static final MarketId POLY = MarketId.polymarket("0xrain");

  private final Scene scene = new Scene();

  /** One pair with whatever books a test sets. */
  private static final class Scene implements MarketView {
    private final Map<Instrument, Book> books = new HashMap<>();
    private final Map<MarketId, Market> markets =
        new HashMap<>(
            Map.of(KALSHI, SampleMarkets.kalshi(KALSHI), POLY, SampleMarkets.polymarket(POLY)));

    Scene books(String yesBids, String yesAsks, String noBids, String noAsks) {
      put(SampleMarkets.book(KALSHI.yes(), yesBids, yesAsks));
      put(SampleMarkets.book(POLY.no(), noBids, noAsks));
      return this;
    }

    private void put(Book book) {
      books.put(book.instrument(), book);
      books.put(book.instrument().opposite(), book.mirrored());
    }

    @Override
    public Optional<Book> book(Instrument instrument) {
      return Optional.ofNullable(books.get(instrument));
    }

    @Override
    public Optional<Instant> cheaperSince(Instrument instrument) {
      return Optional.empty();
    }

    @Override
    public Optional<Market> market(MarketId id) {
      return Optional.ofNullable(markets.get(id));
    }

    @Override
    public Collection<Pair> pairsOf(MarketId id) {
      return List.of(
          new Pair(new PairId(1), KALSHI, POLY, Relation.SAME, PairStatus.APPROVED, "hash"));
    }
  }

  private List<Opportunity> look() {
    return look(RestingSettings.DEFAULTS);
  }

  private List<Opportunity> look(RestingSettings settings) {
    return new RestingStrategy(settings, Fees.STANDARD)
        .look(scene, Set.of(POLY), SampleMarkets.NOW, () -> "o");
  }

  private Opportunity only() {
    List<Opportunity> found = look();
    assertEquals(1, found.size(), found::toString);
    return found.getFirst();
  }

  @Test
  void bidsOneTickAboveTheBestAndCountsTheMakersFee() {
    scene.books("0.43 x 900", "0.44 x 1000", "0.52 x 900", "0.56 x 900");
    Opportunity bid = only();
    assertEquals(POLY.no(), bid.legs().getFirst().instrument(), "the first leg rests");
    assertEquals(Price.parse("0.53"), bid.legs().getFirst().worst());
    assertEquals(Quantity.ofShares(200), bid.legs().getFirst().quantity(), "a fifth of the depth");
    assertEquals("$0.00", bid.legs().getFirst().fee().toString());
    // 200 at 0.44 × 0.56 × 0.07 is 3.4496
    assertEquals("$3.4496", bid.legs().getLast().fee().toString());
    // 200 − 106 − 88 − 3.4496 − 0.40 of slippage
    assertEquals("$2.1504", bid.edge().net().toString());
  }

  @Test
  void joinsTheBestWhereATickMoreWouldCross() {
    scene.books("0.40 x 900", "0.41 x 1000", "0.52 x 900", "0.53 x 900");
    assertEquals(Price.parse("0.52"), only().legs().getFirst().worst());
  }

  @Test
  void joinsTheBestWhereATickMoreWouldNotPay() {
    scene.books("0.43 x 900", "0.44 x 1000", "0.53 x 900", "0.56 x 900");
    assertEquals(Price.parse("0.53"), only().legs().getFirst().worst());
  }

  @Test
  void neverBidsBehindTheBest() {
    scene.books("0.44 x 900", "0.45 x 1000", "0.54 x 900", "0.56 x 900");
    assertTrue(look().isEmpty());
  }

  @Test
  void countsOnlyTheDepthThatPays() {
    scene.books("0.43 x 900", "0.44 x 500, 0.46 x 9000", "0.52 x 900", "0.56 x 900");
    assertEquals(Quantity.ofShares(100), only().legs().getFirst().quantity());
  }

  @Test
  void restsOnTheOtherVenueWhenToldSo() {
    scene.books("0.40 x 900", "0.44 x 900", "0.52 x 900", "0.53 x 1000");
    RestingSettings usual = RestingSettings.DEFAULTS;
    Opportunity bid =
        look(new RestingSettings(
                VenueId.KALSHI, usual.rules(), usual.maxBookAge(), usual.maxShares(), true))
            .getFirst();
    assertEquals(KALSHI.yes(), bid.legs().getFirst().instrument());
    assertEquals(Price.parse("0.41"), bid.legs().getFirst().worst());
  }

  @Test
  void countsAMakerFeeWhereThereIsOne() {
    scene.books("0.40 x 900", "0.44 x 900", "0.52 x 900", "0.53 x 1000");
    scene.markets.put(
        KALSHI,
        SampleMarkets.withFees(
            SampleMarkets.kalshi(KALSHI), new FeeSchedule.Quadratic(700, 175, 10_000)));
    RestingSettings usual = RestingSettings.DEFAULTS;
    Opportunity bid =
        look(new RestingSettings(
                VenueId.KALSHI, usual.rules(), usual.maxBookAge(), usual.maxShares(), true))
            .getFirst();
    // 200 × 0.41 × 0.59 × 0.0175 is 0.84665, rounded up to 0.8467
    assertEquals("$0.8467", bid.legs().getFirst().fee().toString());
  }

  @Test
  void bidsNothingIntoABookOfOneSide() {
    scene.books("0.43 x 900", "0.44 x 1000", "0.52 x 900", "");
    assertTrue(look().isEmpty());
  }

  @Test
  void asksForMoreWhereToldSo() {
    scene.books("0.43 x 900", "0.44 x 1000", "0.52 x 900", "0.56 x 900");
    RestingSettings usual = RestingSettings.DEFAULTS;
    var greedy =
        new MakerRules(Ratio.ofPercent(3), usual.rules().slippage(), usual.rules().depth());
    assertTrue(
        look(new RestingSettings(
                usual.venue(), greedy, usual.maxBookAge(), usual.maxShares(), true))
            .isEmpty());
  }
}
