package pairdesk.engine.strategy.crossvenue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.Pair;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.BundlePricer;
import pairdesk.engine.opportunity.BundlePricer.Priced;
import pairdesk.engine.opportunity.BundlePricer.Quote;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.strategy.BundleSizes;
import pairdesk.engine.strategy.MarketView;
import pairdesk.engine.strategy.Quotes;
import pairdesk.engine.strategy.Strategy;
import pairdesk.engine.time.IdSource;

/**
 * Finds approved pairs of which one outcome on one venue and its opposite on the other together
 * cost less than the dollar they pay. Looks in both directions and reports the better one.
 *
 * <p>Example: YES at 0.40 on Kalshi and NO at 0.55 on Polymarket pay 1.00 for 0.95 and fees,
 * whatever happens.
 */
public final class CrossVenueStrategy implements Strategy {
  public static final String NAME = "cross-venue";

  private static final Comparator<Priced> BY_NET = Comparator.comparing(p -> p.edge().net());

  private final CrossVenueSettings settings;
  private final Quotes quotes;
  private final BundlePricer pricer;
  private final BundleSizes sizes;
  private final Glance glance;

  public CrossVenueStrategy(CrossVenueSettings settings, Fees fees) {
    this.settings = settings;
    this.quotes = new Quotes(settings.maxBookAge());
    this.pricer = new BundlePricer(fees, settings.slippageBuffer());
    this.sizes = new BundleSizes(pricer, settings.minEdge());
    this.glance = Glance.of(settings.minEdge(), settings.slippageBuffer());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Opportunity> look(MarketView view, Set<MarketId> changed, Instant now, IdSource ids) {
    return new Look(NAME, now, ids).at(view, changed, pair -> best(view, pair, now));
  }

  @Override
  public Optional<Opportunity.Bundle> resize(
      Opportunity.Bundle bundle, Quantity shares, MarketView view, Instant now) {
    return quotes
        .all(view, bundle.legs().stream().map(Leg::instrument).toList(), now)
        .flatMap(legs -> pricer.resize(bundle, shares, legs, now));
  }

  private Optional<Priced> best(MarketView view, Pair pair, Instant now) {
    Optional<Priced> yesHere = direction(view, pair, Outcome.YES, now);
    Optional<Priced> noHere = direction(view, pair, Outcome.NO, now);
    return yesHere.isPresent() && noHere.isPresent()
        ? Optional.of(
            BY_NET.compare(noHere.get(), yesHere.get()) > 0 ? noHere.get() : yesHere.get())
        : yesHere.or(() -> noHere);
  }

  /** This outcome on the left, and on the right what pays when it does not happen. */
  private Optional<Priced> direction(MarketView view, Pair pair, Outcome outcome, Instant now) {
    var here = new Instrument(pair.left(), outcome);
    Instrument there = pair.counterpart(outcome.opposite());
    if (!mayPay(view.book(here), view.book(there))) {
      return Optional.empty();
    }
    Optional<Quote> left = quotes.of(view, here, now);
    Optional<Quote> right = quotes.of(view, there, now);
    return left.isPresent() && right.isPresent()
        ? price(left.get(), right.get(), now)
        : Optional.empty();
  }

  private boolean mayPay(Optional<Book> left, Optional<Book> right) {
    return left.isPresent()
        && right.isPresent()
        && glance.mayPay(left.get().asks(), right.get().asks());
  }

  private Optional<Priced> price(Quote left, Quote right, Instant now) {
    List<Quote> legs = List.of(left, right);
    Quantity lot = Quotes.commonLot(legs);
    for (Quantity size : sizes.of(legs, 1, settings.maxShares())) {
      Quantity shares = size.floorTo(lot);
      Optional<Priced> priced = pricer.price(legs, shares, now);
      if (priced.isPresent() && priced.get().edge().netRatio().compareTo(settings.minEdge()) >= 0) {
        return priced;
      }
    }
    return Optional.empty();
  }
}
