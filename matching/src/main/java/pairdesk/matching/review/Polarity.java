package pairdesk.matching.review;

import java.util.Collections;
import java.util.Set;
import pairdesk.engine.market.Relation;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Range;

/**
 * Whether YES means the same on both sides. Three things turn it round, and two of them cancel: a
 * negation, the opposite range of one figure, and a game whose NO outcome is the side that the
 * other market asks about.
 */
public final class Polarity {
  private Polarity() {}

  public static Relation of(Comparison pair) {
    boolean inverse = pair.left().shape().negated() != pair.right().shape().negated();
    inverse ^= oppositeRanges(pair);
    inverse ^= otherSide(pair.left(), pair.right()) || otherSide(pair.right(), pair.left());
    return inverse ? Relation.INVERSE : Relation.SAME;
  }

  private static boolean oppositeRanges(Comparison pair) {
    if (pair.onRanges() != Comparison.Agreement.CONFLICT) {
      return false;
    }
    for (Range left : pair.left().ranges()) {
      for (Range right : pair.right().ranges()) {
        if (left.complementOf(right)) {
          return true;
        }
      }
    }
    return false;
  }

  /** One asks about a side by name; the other's outcomes are names, and that side is its NO. */
  private static boolean otherSide(Proposition asks, Proposition names) {
    Set<String> asked = asks.shape().outcomes().asked();
    Set<String> yes = names.shape().outcomes().yes();
    Set<String> no = names.shape().outcomes().no();
    return !Collections.disjoint(asked, no) && Collections.disjoint(asked, yes);
  }
}
