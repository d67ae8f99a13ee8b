package pairdesk.bot.review;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import pairdesk.bot.console.Desk;
import pairdesk.engine.book.Book;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.Pair;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.BundlePricer;
import pairdesk.engine.opportunity.BundlePricer.Priced;
import pairdesk.engine.opportunity.BundlePricer.Quote;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.strategy.crossvenue.CrossVenueSettings;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;

/**
 * What a pair would earn on the books of now, in both directions: equal shares of both legs, taken,
 * fees of both venues and the allowance for slippage counted.
 */
public final class EdgeNow {
  private static final BundlePricer PRICER =
      new BundlePricer(Fees.STANDARD, CrossVenueSettings.DEFAULTS.slippageBuffer());

  private final Function<MarketId, Optional<Market>> markets;
  private final Function<Instrument, Optional<Book>> books;
  private final Instant now;

  /** One way to hold both outcomes, and what it earns or why that cannot be said. */
  public sealed interface Way {
    record Counted(Priced priced) implements Way {}

    /**
     * @param of the leg that it is missing of; the first where it is missing of both
     */
    record Unknown(List<Instrument> legs, Missing missing, Instrument of) implements Way {}
  }

  /** Why an edge cannot be said. */
  public enum Missing {
    MARKET,
    BOOK,
    /** Too little to buy, or too small an order. */
    DEPTH
  }

  private EdgeNow(
      Function<MarketId, Optional<Market>> markets,
      Function<Instrument, Optional<Book>> books,
      Instant now) {
    this.markets = markets;
    this.books = books;
    this.now = now;
  }

  /** On the books that the desk follows. */
  public static EdgeNow followed(Desk desk) {
    EngineView.Desk view = desk.view().desk();
    return new EdgeNow(
        id -> Optional.ofNullable(view.markets().get(id)).or(() -> desk.market(id)),
        instrument -> Optional.ofNullable(view.books().get(instrument)),
        desk.clock().instant());
  }

  /** On the books that the desk follows, and of the others as their venues have them now. */
  public static EdgeNow asked(Desk desk, Pair pair) {
    EngineView.Desk view = desk.view().desk();
    List<Market> markets =
        Stream.of(pair.left(), pair.right())
            .filter(id -> !view.books().containsKey(id.yes()))
            .flatMap(id -> desk.market(id).stream())
            .toList();
    if (markets.isEmpty()) {
      return followed(desk);
    }
    Map<Instrument, Book> books = new HashMap<>(view.books());
    desk.books(markets).forEach(book -> books.put(book.instrument(), book));
    return new EdgeNow(
        id -> Optional.ofNullable(view.markets().get(id)).or(() -> desk.market(id)),
        instrument -> Optional.ofNullable(books.get(instrument)),
        desk.clock().instant());
  }

  /** The size in which edges are told: the smallest that is traded. */
  public static Quantity smallest(Desk desk) {
    return desk.view()
        .desk()
        .limits()
        .inForce()
        .quality()
        .floor(CrossVenueStrategy.NAME)
        .minShares();
  }

  /** Both ways for so many shares, YES on the left first. */
  public List<Way> of(Pair pair, Quantity shares) {
    return Stream.of(Outcome.YES, Outcome.NO)
        .map(outcome ->
            way(
                List.of(new Instrument(pair.left(), outcome), pair.counterpart(outcome.opposite())),
                shares))
        .toList();
  }

  /** The way that earns more, of those that can be counted. */
  public Optional<Priced> best(Pair pair, Quantity shares) {
    return of(pair, shares).stream()
        .flatMap(way -> way instanceof Way.Counted(var priced) ? Stream.of(priced) : Stream.of())
        .max(Comparator.comparing(priced -> priced.edge().net()));
  }

  private Way way(List<Instrument> legs, Quantity shares) {
    for (Instrument leg : legs) {
      Optional<Market> market = markets.apply(leg.market());
      if (market.isEmpty() || !Fees.knows(market.get().terms().fees())) {
        return new Way.Unknown(legs, Missing.MARKET, leg);
      }
      if (books.apply(leg).isEmpty()) {
        return new Way.Unknown(legs, Missing.BOOK, leg);
      }
    }
    List<Quote> quotes =
        legs.stream()
            .map(leg ->
                new Quote(
                    markets.apply(leg.market()).orElseThrow(), books.apply(leg).orElseThrow()))
            .toList();
    return PRICER
        .price(quotes, shares, now)
        .<Way>map(Way.Counted::new)
        .orElseGet(() -> new Way.Unknown(legs, Missing.DEPTH, legs.getFirst()));
  }

  /** When the last of both markets is expected to pay; empty when nobody says. */
  public Optional<Instant> until(Pair pair) {
    return Stream.of(pair.left(), pair.right())
        .flatMap(id -> markets.apply(id).stream())
        .flatMap(market -> end(market.life()).stream())
        .max(Comparator.naturalOrder());
  }

  /** When the first of both markets closes; empty when nobody says. */
  public Optional<Instant> closes(Pair pair) {
    return Stream.of(pair.left(), pair.right())
        .flatMap(id -> markets.apply(id).stream())
        .flatMap(market -> Stream.ofNullable(market.life().close()))
        .min(Comparator.naturalOrder());
  }

  /** The moment of these books. */
  public Instant at() {
    return now;
  }

  private static Optional<Instant> end(Market.Life life) {
    return Optional.ofNullable(life.resolves()).or(() -> Optional.ofNullable(life.close()));
  }
}
