package pairdesk.engine.strategy.crossvenue;

import pairdesk.engine.book.Ladder;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Ratio;

/**
 * The first look at two books, by their best prices alone: fees and depth only make a bundle
 * dearer. Most changes of a book end here, before anything is walked or made.
 *
 * @param mostE4 what a share of both may cost together, in 1/10 000 dollar
 */
record Glance(int mostE4) {

  /**
   * @param minEdge that must be left of each dollar of payout
   * @param slippage set aside of each
   */
  static Glance of(Ratio minEdge, Ratio slippage) {
    return new Glance(Price.ONE.e4() - minEdge.bps() - slippage.bps());
  }

  /** False only where nothing can be bought that earns the minimum. */
  boolean mayPay(Ladder left, Ladder right) {
    return !left.isEmpty() && !right.isEmpty() && left.priceE4(0) + right.priceE4(0) <= mostE4;
  }
}
