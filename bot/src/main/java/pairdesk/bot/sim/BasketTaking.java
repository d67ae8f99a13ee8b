package pairdesk.bot.sim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.opportunity.BundlePricer;
import pairdesk.engine.opportunity.BundlePricer.Priced;
import pairdesk.engine.opportunity.BundlePricer.Quote;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.strategy.MarketView;
import pairdesk.engine.strategy.Strategy;
import pairdesk.engine.time.IdSource;

/**
 * The least strategy that buys every leg of an event when together they cost less than they pay: it
 * stands in for the product's, so that sweeps of many legs are simulated. Sizes are what all books
 * show at their best price.
 */
final class BasketTaking implements Strategy {
  static final String NAME = "basket";

  private static final Ratio LEAST_EDGE = Ratio.ofPercent(1);
  private static final Quantity LOT = Quantity.ofShares(1);
  private static final Quantity MOST = Quantity.ofShares(400);

  private final Basket basket;
  private final BundlePricer pricer;

  BasketTaking(Basket basket, Fees fees) {
    this.basket = basket;
    this.pricer = new BundlePricer(fees, Ratio.ofBps(50));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Opportunity> look(MarketView view, Set<MarketId> changed, Instant now, IdSource ids) {
    if (!basket.isThere() || basket.markets().stream().noneMatch(changed::contains)) {
      return List.of();
    }
    List<Quote> quotes = quotes(basket.legs(), view);
    return quotes.size() < basket.legs().size()
        ? List.of()
        : pricer
            .price(quotes, shares(quotes), basket.paying(), now)
            .filter(priced -> priced.edge().netRatio().compareTo(LEAST_EDGE) >= 0)
            .map(priced -> List.<Opportunity>of(bundle(priced, now, ids)))
            .orElse(List.of());
  }

  private static Opportunity.Bundle bundle(Priced priced, Instant now, IdSource ids) {
    return new Opportunity.Bundle(
        new OpportunityId(ids.next()), NAME, null, priced.legs(), priced.edge(), now);
  }

  @Override
  public Optional<Opportunity.Bundle> resize(
      Opportunity.Bundle bundle, Quantity shares, MarketView view, Instant now) {
    List<Quote> quotes = quotes(bundle.legs().stream().map(Leg::instrument).toList(), view);
    return quotes.size() < bundle.legs().size()
        ? Optional.empty()
        : pricer.resize(bundle, shares, quotes, now);
  }

  private static List<Quote> quotes(List<Instrument> legs, MarketView view) {
    return legs.stream()
        .flatMap(leg -> view.book(leg).stream())
        .filter(book -> !book.asks().isEmpty())
        .flatMap(book ->
            view.market(book.instrument().market()).stream().map(market -> new Quote(market, book)))
        .toList();
  }

  private static Quantity shares(List<Quote> quotes) {
    return quotes.stream()
        .map(quote -> atBest(quote.book()))
        .reduce(MOST, Quantity::min)
        .floorTo(LOT);
  }

  private static Quantity atBest(Book book) {
    Price best = book.asks().best().price();
    return Sweep.buy(book.asks(), MOST, best).shares();
  }
}
