package pairdesk.engine.sample;

import static pairdesk.engine.sample.SampleMarkets.NOW;
import static pairdesk.engine.sample.SampleMarkets.book;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
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
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.BundlePricer;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.engine.portfolio.Attribution;
import pairdesk.engine.portfolio.Exposure;
import pairdesk.engine.portfolio.Portfolio;
import pairdesk.engine.risk.Breakers;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.OrderContext;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.venue.AccountSnapshot;

/**
 * A pair on two venues on which nothing stands against a trade; tests change one thing and look.
 * YES on the left costs 0.40, NO on the right 0.55, ten thousand shares each; $5,000 at each venue.
 */
public final class RiskScene {
  public static final MarketId LEFT = MarketId.kalshi("KXRAIN");
  public static final MarketId RIGHT = MarketId.polymarket("0xrain");
  public static final Pair PAIR =
      new Pair(new PairId(7), LEFT, RIGHT, Relation.SAME, PairStatus.APPROVED, "hash");

  public final SampleView view = new SampleView();
  public final Portfolio portfolio = new Portfolio(_ -> 0);
  public Exposure exposure = Exposure.NONE;
  public Controls controls = new Controls(Mode.LIVE, false, "");
  public Breakers breakers = Breakers.initial(Limits.DEFAULTS);
  public Map<VenueId, String> venueProblems = Map.of();
  public Set<VenueId> reconciled = Set.of(VenueId.KALSHI, VenueId.POLYMARKET);
  public RiskContext.Busy busy = RiskContext.Busy.IDLE;
  public Instant now = NOW;
  private int trades;

  public RiskScene() {
    view.put(SampleMarkets.kalshi(LEFT))
        .put(SampleMarkets.polymarket(RIGHT))
        .put(PAIR)
        .put(book(LEFT.yes(), "0.38 x 10000", "0.40 x 10000"))
        .put(book(RIGHT.no(), "0.53 x 10000", "0.55 x 10000"));
    cash(VenueId.KALSHI, "5000");
    cash(VenueId.POLYMARKET, "5000");
  }

  public RiskScene cash(VenueId venue, String dollars) {
    portfolio.cashReported(venue, new AccountSnapshot.Cash(0, Usd.parse(dollars), 1), NOW);
    portfolio.acceptReported(venue, 0);
    return this;
  }

  /** Buys shares that are then held. */
  public RiskScene hold(Instrument instrument, String shares, String price, FillStatus status) {
    trades++;
    portfolio.apply(
        new Fill(
            new Fill.Key(instrument.venue().code(), "t" + trades, "o" + trades),
            null,
            instrument,
            Side.BUY,
            Quantity.parse(shares),
            Price.parse(price),
            Usd.ZERO,
            Fill.Liquidity.TAKER,
            status,
            NOW),
        Attribution.EXTERNAL);
    return this;
  }

  /** This many shares of the left YES and the right NO, at the prices of the books. */
  public Opportunity.Bundle bundle(String shares) {
    var priced =
        new BundlePricer(Fees.STANDARD, Ratio.ZERO)
            .price(List.of(quote(LEFT.yes()), quote(RIGHT.no())), Quantity.parse(shares), NOW)
            .orElseThrow();
    return new Opportunity.Bundle(
        new OpportunityId("opportunity"),
        "cross-venue",
        PAIR.id(),
        priced.legs(),
        priced.edge(),
        NOW);
  }

  public RiskContext context() {
    return new RiskContext(now, view, portfolio, exposure, desk(), busy);
  }

  public OrderContext orderContext() {
    return new OrderContext(now, view, portfolio, desk());
  }

  private RiskContext.Desk desk() {
    return new RiskContext.Desk(controls, breakers, venueProblems, reconciled);
  }

  private BundlePricer.Quote quote(Instrument instrument) {
    Market market = view.market(instrument.market()).orElseThrow();
    return new BundlePricer.Quote(market, view.book(instrument).orElseThrow());
  }
}
