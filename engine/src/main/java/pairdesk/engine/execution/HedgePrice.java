package pairdesk.engine.execution;

import java.util.Optional;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;

/**
 * What a hedge of a bid may cost.
 *
 * @param abovePlan how far above the planned worst price at most
 */
record HedgePrice(Ratio abovePlan, Remedies remedies) {

  /** The planned price for a first one whose book shows no other; else as much as may be. */
  Price limit(LegStand leg, Quantity shares, boolean first, Scene scene) {
    Price planned = leg.plan().worst();
    boolean enough =
        shown(leg, shares, planned, scene)
            .filter(sweep -> sweep.shares().isLessThan(shares))
            .isEmpty();
    return first && enough ? planned : most(leg, scene);
  }

  /** The hedge's book may be traded on, and shows nothing at a price that is allowed. */
  boolean isOutOfReach(LegStand leg, Quantity shares, Scene scene) {
    return shown(leg, shares, most(leg, scene), scene).filter(Sweep::isEmpty).isPresent();
  }

  private Price most(LegStand leg, Scene scene) {
    return PriceRules.above(remedies.grid(leg, scene), leg.plan().worst(), abovePlan);
  }

  /** What the book of now has of so many shares; empty without one. */
  private static Optional<Sweep> shown(LegStand leg, Quantity shares, Price limit, Scene scene) {
    return scene.book(leg.plan().instrument()).map(book -> Sweep.buy(book.asks(), shares, limit));
  }
}
