package pairdesk.engine.strategy.crossvenue;

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
 * How many shares of two legs to buy. Walks both ladders together, from one end of a level to the
 * next, while one more share of both still pays after fees and slippage, and all of them together
 * still earn the minimum. As marginal cost only grows on the way, the farthest size earns the most
 * dollars.
 */
final class BundleSizes {
  /** Marginal amounts are taken on a million shares, so that rounding does not touch them. */
  private static final Quantity MILLION = Quantity.ofShares(1_000_000);

  private static final Usd PAYOUT = Usd.ofE6(MILLION.e6());

  private final BundlePricer pricer;
  private final long minimumE6;
  private final Usd allowance;

  BundleSizes(BundlePricer pricer, Ratio minEdge) {
    this.pricer = pricer;
    this.minimumE6 = PAYOUT.times(minEdge, Rounding.UP).e6();
    this.allowance = PAYOUT.times(pricer.slippage(), Rounding.UP);
  }

  /**
   * Sizes worth pricing, largest first: where the walk ended, then each end of a level before. The
   * smaller ones are there because rounding may eat the edge of the largest.
   */
  List<Quantity> of(Quote left, Quote right, Quantity most) {
    var ends = new ArrayList<Quantity>();
    Ladder leftAsks = left.book().asks();
    Ladder rightAsks = right.book().asks();
    var walk = new Walk(leftAsks, rightAsks);
    long surplusE6 = 0;
    while (walk.hasLevels() && walk.takenE6 < most.e6()) {
      long netE6 = marginalNetE6(left, right, walk);
      if (netE6 <= 0) {
        break;
      }
      long stepE6 = Math.min(walk.stepE6(), most.e6() - walk.takenE6);
      long aboveMinimumE6 = netE6 - minimumE6;
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

  /** What a million more shares of both legs would earn at these levels, in micro-dollars. */
  private long marginalNetE6(Quote left, Quote right, Walk walk) {
    Price leftPrice = Price.ofE4(walk.left.priceE4(walk.leftLevel));
    Price rightPrice = Price.ofE4(walk.right.priceE4(walk.rightLevel));
    if (leftPrice.e4() + rightPrice.e4() >= Price.ONE.e4()) {
      return 0;
    }
    return PAYOUT
        .minus(cost(left.market().terms().fees(), leftPrice))
        .minus(cost(right.market().terms().fees(), rightPrice))
        .minus(allowance)
        .e6();
  }

  private Usd cost(FeeSchedule schedule, Price price) {
    return Usd.of(price, MILLION, Rounding.COST_AGAINST_US)
        .plus(pricer.fees().estimate(schedule, Liquidity.TAKER, Side.BUY, price, MILLION));
  }

  /** Where we stand in both ladders. */
  private static final class Walk {
    private final Ladder left;
    private final Ladder right;
    private int leftLevel;
    private int rightLevel;
    private long leftUsedE6;
    private long rightUsedE6;
    private long takenE6;

    Walk(Ladder left, Ladder right) {
      this.left = left;
      this.right = right;
      skipEmptied();
    }

    boolean hasLevels() {
      return leftLevel < left.size() && rightLevel < right.size();
    }

    /** Shares until one of the two levels ends. */
    long stepE6() {
      return Math.min(
          left.quantityE6(leftLevel) - leftUsedE6, right.quantityE6(rightLevel) - rightUsedE6);
    }

    void take(long stepE6) {
      takenE6 += stepE6;
      leftUsedE6 += stepE6;
      rightUsedE6 += stepE6;
      skipEmptied();
    }

    private void skipEmptied() {
      while (leftLevel < left.size() && leftUsedE6 >= left.quantityE6(leftLevel)) {
        leftLevel++;
        leftUsedE6 = 0;
      }
      while (rightLevel < right.size() && rightUsedE6 >= right.quantityE6(rightLevel)) {
        rightLevel++;
        rightUsedE6 = 0;
      }
    }
  }
}
