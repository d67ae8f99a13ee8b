package pairdesk.engine.execution;

import java.util.List;
import pairdesk.engine.order.Purpose;

/**
 * One way to even out the legs: buying what is missing, or selling what has no counterpart.
 *
 * @param wishes one order for each leg that it takes
 * @param whole the books show all of it within the limits
 * @param perMillion micro-dollars that it brings for each million of the shares by which the legs
 *     differ, at the average of what the books show: the payout that it completes less cost, or the
 *     proceeds; after fees, rounded down
 */
record Remedy(List<OrderWish> wishes, boolean whole, long perMillion) {
  Remedy {
    wishes = List.copyOf(wishes);
  }

  /** Buying what is missing. */
  boolean isCompletion() {
    return wishes.getFirst().purpose() == Purpose.PATCH;
  }

  boolean isBetterThan(Remedy other) {
    return perMillion > other.perMillion();
  }
}
