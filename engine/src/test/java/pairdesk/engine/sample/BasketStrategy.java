package pairdesk.engine.sample;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.opportunity.BundlePricer;
import pairdesk.engine.opportunity.BundlePricer.Priced;
import pairdesk.engine.opportunity.BundlePricer.Quote;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.strategy.MarketView;
import pairdesk.engine.strategy.Strategy;
import pairdesk.engine.time.IdSource;

/**
 * For tests, a bundle of any number of legs on one venue: one outcome of each market of an
 * exclusive event, whenever all of them together cost less than they pay.
 *
 * @param paying how many of the legs pay a dollar a share, whatever resolves
 */
public record BasketStrategy(List<Instrument> legs, int paying) implements Strategy {
  public static final String NAME = "basket";

  private static final BundlePricer PRICER = new BundlePricer(Fees.STANDARD, Ratio.ZERO);
  private static final Ratio LEAST = Ratio.ofPercent(1);

  public BasketStrategy {
    legs = List.copyOf(legs);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Opportunity> look(MarketView view, Set<MarketId> changed, Instant now, IdSource ids) {
    List<Quote> quotes = quotes(legs, view);
    boolean news = legs.stream().anyMatch(leg -> changed.contains(leg.market()));
    if (!news || quotes.size() < legs.size()) {
      return List.of();
    }
    return PRICER
        .price(quotes, shares(quotes), paying, now)
        .filter(priced -> priced.edge().netRatio().compareTo(LEAST) >= 0)
        .<Opportunity>map(priced -> bundle(priced, now, ids))
        .stream()
        .toList();
  }

  private static Opportunity.Bundle bundle(Priced priced, Instant now, IdSource ids) {
    return new Opportunity.Bundle(
        new OpportunityId(ids.next()), NAME, null, priced.legs(), priced.edge(), now);
  }

  @Override
  public Optional<Opportunity.Bundle> resize(
      Opportunity.Bundle bundle, Quantity shares, MarketView view, Instant now) {
    List<Quote> quotes = quotes(bundle.legs().stream().map(leg -> leg.instrument()).toList(), view);
    return quotes.size() < bundle.legs().size()
        ? Optional.empty()
        : PRICER.resize(bundle, shares, quotes, now);
  }

  /** Those of which a book is shown with something to buy. */
  private static List<Quote> quotes(List<Instrument> legs, MarketView view) {
    return legs.stream()
        .flatMap(leg -> view.book(leg).stream())
        .filter(book -> !book.asks().isEmpty())
        .flatMap(
            book -> view.market(book.instrument().market()).stream().map(m -> new Quote(m, book)))
        .toList();
  }

  /** What can be had of every leg at its best price. */
  private static Quantity shares(List<Quote> quotes) {
    return quotes.stream()
        .map(quote -> quote.book().asks())
        .map(Ladder::best)
        .map(best -> best.quantity())
        .reduce(Quantity::min)
        .orElseThrow();
  }
}
