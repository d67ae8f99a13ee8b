package pairdesk.engine.strategy.crossvenue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.BundlePricer.Priced;
import pairdesk.engine.opportunity.BundlePricer.Quote;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.MakerPricer;
import pairdesk.engine.opportunity.MakerPricer.Bid;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.strategy.MarketView;
import pairdesk.engine.strategy.Quotes;
import pairdesk.engine.strategy.Strategy;
import pairdesk.engine.time.IdSource;

/**
 * Finds approved pairs of which one outcome may be bid for on one venue, while its opposite can be
 * bought on the other as the bid fills. The first leg of what it reports is the one that rests.
 *
 * <p>The bid is one tick better than the best one, or joins it where that would cross or no longer
 * pay; never behind it, where it would only be filled when the price has run away.
 */
public final class RestingStrategy implements Strategy {
  public static final String NAME = "cross-venue-maker";

  private static final Comparator<Priced> BY_NET = Comparator.comparing(p -> p.edge().net());

  private final RestingSettings settings;
  private final Quotes quotes;
  private final MakerPricer pricer;

  public RestingStrategy(RestingSettings settings, Fees fees) {
    this.settings = settings;
    this.quotes = new Quotes(settings.maxBookAge());
    this.pricer = new MakerPricer(fees, settings.rules());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Opportunity> look(MarketView view, Set<MarketId> changed, Instant now, IdSource ids) {
    return new Look(NAME, now, ids)
        .at(view, changed, pair -> rests(pair) ? best(view, pair, now) : Optional.empty());
  }

  private boolean rests(Pair pair) {
    return pair.tactic() == null ? settings.byDefault() : pair.tactic() == Tactic.MAKER_TAKER;
  }

  /** Fewer shares at the same price. */
  @Override
  public Optional<Opportunity.Bundle> resize(
      Opportunity.Bundle bundle, Quantity shares, MarketView view, Instant now) {
    Price price = bundle.legs().getFirst().worst();
    return bid(
            view,
            bundle.legs().getFirst().instrument(),
            bundle.legs().getLast().instrument(),
            price,
            now)
        .flatMap(bid -> pricer.price(bid, shares, now))
        .map(priced ->
            new Opportunity.Bundle(
                bundle.id(),
                bundle.strategy(),
                bundle.pair(),
                priced.legs(),
                priced.edge(),
                bundle.at()));
  }

  private Optional<Priced> best(MarketView view, Pair pair, Instant now) {
    return Stream.of(Outcome.values())
        .flatMap(outcome -> direction(view, pair, outcome, now).stream())
        .max(BY_NET);
  }

  /** This outcome on the left, and on the right what pays when it does not happen. */
  private Optional<Priced> direction(MarketView view, Pair pair, Outcome outcome, Instant now) {
    Instrument left = new Instrument(pair.left(), outcome);
    Instrument right = pair.counterpart(outcome.opposite());
    boolean restsLeft = left.venue().equals(settings.venue());
    Optional<Quote> maker = quotes.of(view, restsLeft ? left : right, now);
    Optional<Quote> hedge = quotes.of(view, restsLeft ? right : left, now);
    if (maker.isEmpty() || hedge.isEmpty()) {
      return Optional.empty();
    }
    return prices(maker.get())
        .map(price -> new Bid(maker.get(), price, hedge.get()))
        .flatMap(bid -> sized(bid, now).stream())
        .findFirst();
  }

  /** Where the bid may stand, best first; nowhere in a book of one side. */
  private static Stream<Price> prices(Quote maker) {
    if (maker.book().bids().isEmpty() || maker.book().asks().isEmpty()) {
      return Stream.empty();
    }
    Price best = maker.book().bids().best().price();
    Price ask = maker.book().asks().best().price();
    Price better = maker.market().terms().grid().ceil(Price.ofE4(best.e4() + 1));
    return better.isGreaterThan(best) && better.isLessThan(ask)
        ? Stream.of(better, best)
        : Stream.of(best);
  }

  private Optional<Priced> sized(Bid bid, Instant now) {
    Quantity shown = Quantity.ofE6(pricer.hedgeable(bid).e6() / settings.rules().depth());
    Quantity shares =
        shown
            .min(settings.maxShares())
            .floorTo(Quotes.commonLot(List.of(bid.maker(), bid.hedge())));
    return shares.isZero() || !pricer.pays(bid, shares, now)
        ? Optional.empty()
        : pricer.price(bid, shares, now);
  }

  private Optional<Bid> bid(
      MarketView view, Instrument maker, Instrument hedge, Price price, Instant now) {
    Optional<Quote> resting = quotes.of(view, maker, now);
    Optional<Quote> taking = quotes.of(view, hedge, now);
    return resting.isPresent() && taking.isPresent()
        ? Optional.of(new Bid(resting.get(), price, taking.get()))
        : Optional.empty();
  }
}
