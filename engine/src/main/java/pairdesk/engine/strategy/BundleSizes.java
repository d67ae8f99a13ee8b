package pairdesk.engine.strategy;

import java.util.ArrayList;
import java.util.List;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.BundlePricer;
import pairdesk.engine.opportunity.BundlePricer.Quote;
import pairdesk.engine.order.Fill.Liquidity;
import pairdesk.engine.order.Side;

/**
 * How many shares of the legs of a bundle to buy. Walks all ladders together, from one end of a
 * level to the next, while one more share of each still pays after fees and slippage, and all of
 * them together still earn the minimum. As marginal cost only grows on the way, the farthest size
 * earns the most dollars.
 */
public final class BundleSizes {
  /** Marginal amounts are taken on a million shares, so that rounding does not touch them. */
  private static final Quantity MILLION = Quantity.ofShares(1_000_000);

  private static final Usd PAYOUT = Usd.ofE6(MILLION.e6());

  private final BundlePricer pricer;
  private final long minimumE6;
  private final long allowanceE6;

  /**
   * @param minEdge net dollars per dollar of payout
   */
  public BundleSizes(BundlePricer pricer, Ratio minEdge) {
    this.pricer = pricer;
    this.minimumE6 = PAYOUT.times(minEdge, Rounding.UP).e6();
    this.allowanceE6 = PAYOUT.times(pricer.slippage(), Rounding.UP).e6();
  }

  /**
   * Sizes worth pricing, largest first: where the walk ended, then each end of a level before. The
   * smaller ones are there because rounding may eat the edge of the largest.
   *
   * @param paying how many of the legs pay a dollar a share, whatever resolves
   */
  public List<Quantity> of(List<Quote> quotes, int paying, Quantity most) {
    var ends = new ArrayList<Quantity>();
    var walk = new Walk(quotes);
    long leastE6 = Math.multiplyExact(minimumE6, paying);
    long surplusE6 = 0;
    while (walk.hasLevels() && walk.takenE6 < most.e6()) {
      long netE6 = marginalNetE6(quotes, paying, walk);
      if (netE6 <= 0) {
        break;
      }
      long stepE6 = Math.min(walk.stepE6(), most.e6() - walk.takenE6);
      long aboveMinimumE6 = netE6 - leastE6;
      if (aboveMinimumE6 < 0) {
        long room =
            Rounding.DOWN.multiplyDivide(surplusE6, MILLION.e6(), Math.negateExact(aboveMinimumE6));
        stepE6 = Math.min(stepE6, room);
      }
      if (stepE6 == 0) {
        break;
      }
      surplusE6 += Rounding.DOWN.multiplyDivide(aboveMinimumE6, stepE6, MILLION.e6());
      walk.take(stepE6);
      ends.addFirst(Quantity.ofE6(walk.takenE6));
    }
    return ends;
  }

  /** What a million more shares of every leg would earn at these levels, in micro-dollars. */
  private long marginalNetE6(List<Quote> quotes, int paying, Walk walk) {
    if (walk.priceE4() >= (long) Price.ONE.e4() * paying) {
      return 0;
    }
    long net = Math.multiplyExact(PAYOUT.e6() - allowanceE6, paying);
    for (int leg = 0; leg < quotes.size(); leg++) {
      net -= cost(quotes.get(leg).market().terms().fees(), walk.price(leg)).e6();
    }
    return net;
  }

  private Usd cost(FeeSchedule schedule, Price price) {
    return Usd.of(price, MILLION, Rounding.COST_AGAINST_US)
        .plus(pricer.fees().estimate(schedule, Liquidity.TAKER, Side.BUY, price, MILLION));
  }

  /** Where we stand in all ladders. */
  private static final class Walk {
    private final Ladder[] ladders;
    private final int[] levels;
    private final long[] usedE6;
    private long takenE6;

    Walk(List<Quote> quotes) {
      this.ladders = quotes.stream().map(quote -> quote.book().asks()).toArray(Ladder[]::new);
      this.levels = new int[ladders.length];
      this.usedE6 = new long[ladders.length];
      skipEmptied();
    }

    boolean hasLevels() {
      for (int leg = 0; leg < ladders.length; leg++) {
        if (levels[leg] >= ladders[leg].size()) {
          return false;
        }
      }
      return true;
    }

    Price price(int leg) {
      return Price.ofE4(ladders[leg].priceE4(levels[leg]));
    }

    /** Of one share of every leg, in 1/10 000 dollar. */
    long priceE4() {
      long sum = 0;
      for (int leg = 0; leg < ladders.length; leg++) {
        sum += ladders[leg].priceE4(levels[leg]);
      }
      return sum;
    }

    /** Shares until the first of the levels ends. */
    long stepE6() {
      long step = Long.MAX_VALUE;
      for (int leg = 0; leg < ladders.length; leg++) {
        step = Math.min(step, ladders[leg].quantityE6(levels[leg]) - usedE6[leg]);
      }
      return step;
    }

    void take(long stepE6) {
      takenE6 += stepE6;
      for (int leg = 0; leg < ladders.length; leg++) {
        usedE6[leg] += stepE6;
      }
      skipEmptied();
    }

    private void skipEmptied() {
      for (int leg = 0; leg < ladders.length; leg++) {
        while (levels[leg] < ladders[leg].size()
            && usedE6[leg] >= ladders[leg].quantityE6(levels[leg])) {
          levels[leg]++;
          usedE6[leg] = 0;
        }
      }
    }
  }
}
