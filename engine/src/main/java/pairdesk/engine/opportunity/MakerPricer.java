package pairdesk.engine.opportunity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.BundlePricer.Priced;
import pairdesk.engine.opportunity.BundlePricer.Quote;
import pairdesk.engine.order.Fill.Liquidity;
import pairdesk.engine.order.Side;

/**
 * What a bid earns that rests on one venue and is hedged on the other one's book of now: the
 * resting price with its maker fee, the hedge's depth walked with its taker fee, slippage
 * allowance, everything rounded against us.
 *
 * <p>Example: a bid of 0.53 on Polymarket (no maker fee) against asks of 0.44 on Kalshi (taker fee
 * 0.0173) earns 1 − 0.53 − 0.44 − 0.0173 − 0.002 slippage, 0.0107 a share.
 */
public record MakerPricer(Fees fees, MakerRules rules) {
  /** Marginal amounts are taken on a million shares, so that rounding does not touch them. */
  private static final Quantity MILLION = Quantity.ofShares(1_000_000);

  /** A bid that may rest: where, at what price, and the other venue's book that will hedge it. */
  public record Bid(Quote maker, Price price, Quote hedge) {}

  /**
   * Shares that the hedge's book shows at prices of which each still leaves the minimum edge.
   *
   * @throws IllegalArgumentException when a market's fees are not known
   */
  public Quantity hedgeable(Bid bid) {
    Ladder asks = bid.hedge().book().asks();
    Quantity sum = Quantity.ZERO;
    for (int level = 0; level < asks.size(); level++) {
      if (marginalNet(bid, Price.ofE4(asks.priceE4(level))).compareTo(least()) < 0) {
        break;
      }
      sum = sum.plus(Quantity.ofE6(asks.quantityE6(level)));
    }
    return sum;
  }

  /**
   * Prices this many shares, the resting leg first. Empty when the hedge's book is not deep enough,
   * or a leg would break its market's lot or minimum.
   *
   * @throws IllegalArgumentException when a market's fees are not known
   */
  public Optional<Priced> price(Bid bid, Quantity shares, Instant now) {
    Sweep hedge = Sweep.buy(bid.hedge().book().asks(), shares, Price.ONE);
    boolean fits =
        hedge.shares().equals(shares)
            && BundlePricer.accepts(bid.hedge().market().terms(), hedge)
            && shares.floorTo(bid.maker().market().terms().lot()).equals(shares)
            && !shares.isLessThan(bid.maker().market().terms().minimumSize());
    if (!fits) {
      return Optional.empty();
    }
    Leg resting = resting(bid, shares, now);
    Leg taking = BundlePricer.leg(fees, bid.hedge(), hedge, now);
    Usd payout = Usd.ofE6(shares.e6());
    Usd cost = resting.cost().plus(taking.cost());
    Usd fee = resting.fee().plus(taking.fee());
    Usd allowance = payout.times(rules.slippage(), Rounding.UP);
    Usd net = payout.minus(cost).minus(fee).minus(allowance);
    var edge =
        new Edge(
            payout,
            cost,
            fee,
            allowance,
            BundlePricer.annualised(
                net,
                cost.plus(fee),
                BundlePricer.untilLast(List.of(bid.maker(), bid.hedge()), now)));
    return Optional.of(new Priced(List.of(resting, taking), edge));
  }

  /** Whether this many shares still earn the minimum on the books of now. */
  public boolean pays(Bid bid, Quantity shares, Instant now) {
    return price(bid, shares, now)
        .filter(priced -> priced.edge().netRatio().compareTo(rules.minEdge()) >= 0)
        .isPresent();
  }

  private Leg resting(Bid bid, Quantity shares, Instant now) {
    Quote maker = bid.maker();
    return new Leg(
        maker.book().instrument(),
        shares,
        bid.price(),
        Usd.of(bid.price(), shares, Rounding.COST_AGAINST_US),
        fee(maker, Liquidity.MAKER, bid.price(), shares),
        new Leg.Reading(maker.book().version(), maker.book().age(now)));
  }

  /** What a million shares earn that are hedged at this price. */
  private Usd marginalNet(Bid bid, Price hedge) {
    Usd payout = Usd.ofE6(MILLION.e6());
    return payout
        .minus(Usd.of(bid.price(), MILLION, Rounding.COST_AGAINST_US))
        .minus(Usd.of(hedge, MILLION, Rounding.COST_AGAINST_US))
        .minus(fee(bid.maker(), Liquidity.MAKER, bid.price(), MILLION))
        .minus(fee(bid.hedge(), Liquidity.TAKER, hedge, MILLION))
        .minus(payout.times(rules.slippage(), Rounding.UP));
  }

  private Usd least() {
    return Usd.ofE6(MILLION.e6()).times(rules.minEdge(), Rounding.UP);
  }

  private Usd fee(Quote quote, Liquidity liquidity, Price price, Quantity shares) {
    return fees.estimate(quote.market().terms().fees(), liquidity, Side.BUY, price, shares);
  }
}
