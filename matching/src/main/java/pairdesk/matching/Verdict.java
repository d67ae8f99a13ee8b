package pairdesk.matching;

import java.util.Comparator;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Relation;

/**
 * What is kept of a judged pair; the rest is worked out again for the few that a person sees.
 *
 * @param left the Kalshi market
 * @param right the Polymarket market
 * @param likelihood between 0 and 1
 */
record Verdict(MarketId left, MarketId right, double likelihood, Relation relation) {
  static final Comparator<Verdict> BEST_FIRST =
      Comparator.comparingDouble(Verdict::likelihood)
          .reversed()
          .thenComparing(pair -> pair.relation() == Relation.INVERSE)
          .thenComparing(Verdict::left)
          .thenComparing(Verdict::right);

  /** Pairs below one in a hundred are not kept: nobody is shown them, and there are millions. */
  private static final double HOPELESS = 0.01;

  boolean isHopeless() {
    return likelihood < HOPELESS;
  }
}
