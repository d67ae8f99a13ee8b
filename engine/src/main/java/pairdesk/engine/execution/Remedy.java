package pairdesk.engine.execution;

import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/**
 * One way to even out the legs.
 *
 * @param shares how many of them the book shows within the limit
 * @param net what they bring: the payout they complete less cost, or the proceeds; after fees
 */
record Remedy(OrderWish wish, Quantity shares, Usd net) {

  boolean isWhole() {
    return !shares.isLessThan(wish.terms().quantity());
  }

  boolean isBetterThan(Remedy other) {
    return perMillion() > other.perMillion();
  }

  /** Micro-dollars for a million shares, rounded down. */
  private long perMillion() {
    return Rounding.DOWN.multiplyDivide(net.e6(), 1_000_000L, shares.e6());
  }
}
