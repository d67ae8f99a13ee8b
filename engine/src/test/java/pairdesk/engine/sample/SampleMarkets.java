package pairdesk.engine.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;

/** Markets and books for tests, as both venues have them. */
public final class SampleMarkets {
  public static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");
  public static final Instant CLOSE = Instant.parse("2026-10-11T12:00:00Z");

  private SampleMarkets() {}

  public static Market kalshi(MarketId id) {
    return market(
        id,
        new Market.Terms(
            PriceGrid.uniform(100),
            Quantity.ofE6(10_000),
            Quantity.ofE6(10_000),
            Usd.ZERO,
            new FeeSchedule.Quadratic(700, 0, 10_000)),
        null);
  }

  public static Market polymarket(MarketId id) {
    return market(
        id,
        new Market.Terms(
            PriceGrid.uniform(100),
            Quantity.ofE6(10_000),
            Quantity.ofShares(5),
            Usd.ofDollars(1),
            new FeeSchedule.TakerCurve(Ratio.ofPercent(4), 1)),
        Usd.ofDollars(20_000));
  }

  private static Market market(MarketId id, Market.Terms terms, @Nullable Usd liquidity) {
    var listing =
        new Listing(
            id,
            "EVENT-" + id.code(),
            new Listing.Texts("Rain", "Will it rain?", "", "Pays if it rains."),
            new Listing.Names("", "Yes", "No", "Weather", id.code()),
            Listing.Strike.NONE,
            new Listing.Dates(CLOSE, CLOSE));
    return new Market(
        listing,
        terms,
        new Market.Life(MarketStatus.OPEN, null, CLOSE, CLOSE, liquidity),
        new Market.Address("", id.code(), id.code(), 0, false));
  }

  public static Market withFees(Market market, FeeSchedule fees) {
    Market.Terms old = market.terms();
    return new Market(
        market.listing(),
        new Market.Terms(
            old.grid(), old.lot(), old.minimumSize(), old.minimumMarketableBuy(), fees),
        market.life(),
        market.address());
  }

  public static Market withLife(Market market, Market.Life life) {
    return new Market(market.listing(), market.terms(), life, market.address());
  }

  public static Market withEvent(Market market, String event) {
    Listing old = market.listing();
    return new Market(
        new Listing(old.market(), event, old.texts(), old.names(), old.strike(), old.dates()),
        market.terms(),
        market.life(),
        market.address());
  }

  /** A book confirmed at {@link #NOW}; levels as {@code "0.40 x 10, 0.42 x 50"}, best first. */
  public static Book book(Instrument instrument, String bids, String asks) {
    return bookAt(instrument, bids, asks, NOW);
  }

  public static Book bookAt(Instrument instrument, String bids, String asks, Instant at) {
    return new Book(instrument, ladder(bids), ladder(asks), 1, at, at);
  }

  public static Ladder ladder(String levels) {
    List<Level> parsed = new ArrayList<>();
    for (String level : levels.isEmpty() ? new String[0] : levels.split(", ", -1)) {
      String[] parts = level.split(" x ", -1);
      parsed.add(new Level(Price.parse(parts[0]), Quantity.parse(parts[1])));
    }
    return Ladder.of(parsed);
  }
}
