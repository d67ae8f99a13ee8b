package pairdesk.engine.opportunity;

import pairdesk.engine.money.Ratio;

/**
 * When a bid may rest on one venue, to be hedged on the other as it fills.
 *
 * @param minEdge net dollars per dollar of payout at the resting price, maker and taker fee counted
 * @param slippage set aside per dollar of payout for a hedge price that moves before the order
 *     arrives
 * @param depth how many times the resting shares the hedge's book must show at prices that pay
 */
public record MakerRules(Ratio minEdge, Ratio slippage, int depth) {
  public static final MakerRules DEFAULTS = new MakerRules(Ratio.ofBps(30), Ratio.ofBps(20), 5);

  public MakerRules {
    if (minEdge.bps() <= 0 || minEdge.compareTo(Ratio.ONE) >= 0) {
      throw new IllegalArgumentException("minimum edge must lie between 0 and 100 %: " + minEdge);
    }
    if (slippage.bps() < 0 || slippage.compareTo(Ratio.ONE) >= 0) {
      throw new IllegalArgumentException("slippage must lie between 0 and 100 %: " + slippage);
    }
    if (depth < 1) {
      throw new IllegalArgumentException("hedge depth must be at least the size itself: " + depth);
    }
  }
}
