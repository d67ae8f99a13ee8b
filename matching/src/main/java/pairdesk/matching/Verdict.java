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
 * @param vetoed the pair contradicts itself
 */
record Verdict(
    MarketId left, MarketId right, double likelihood, Relation relation, boolean vetoed) {
  static final Comparator<Verdict> BEST_FIRST =
      Comparator.comparingDouble(Verdict::likelihood)
          .reversed()
          .thenComparing(pair -> pair.relation() == Relation.INVERSE)
          .thenComparing(Verdict::left)
          .thenComparing(Verdict::right);

  MarketId other(MarketId side) {
    return side.equals(left) ? right : left;
  }
}
