package pairdesk.matching.review;

import java.util.Collections;
import java.util.Set;
import pairdesk.engine.market.Relation;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Range;
import pairdesk.matching.text.Tag;

/**
 * Whether YES means the same on both sides. Four things turn it round, and two of them cancel: a
 * negation, the opposite range of one figure, a game whose NO outcome is the side that the other
 * market asks about, and staying on one side against leaving on the other.
 */
public final class Polarity {
  private static final Tag LEAVE = new Tag(Kind.ACTION, "leave");

  private Polarity() {}

  public static Relation of(Comparison pair) {
    boolean inverse = pair.left().shape().negated() != pair.right().shape().negated();
    inverse ^= oppositeRanges(pair);
    inverse ^= otherSide(pair.left(), pair.right()) || otherSide(pair.right(), pair.left());
    inverse ^= staysOrLeaves(pair.left(), pair.right()) || staysOrLeaves(pair.right(), pair.left());
    return inverse ? Relation.INVERSE : Relation.SAME;
  }

  /** One asks whether somebody remains, the other whether somebody is out. */
  private static boolean staysOrLeaves(Proposition stays, Proposition leaves) {
    return stays.shape().stays()
        && !leaves.shape().stays()
        && leaves.tags().stated(Kind.ACTION).contains(LEAVE)
        && !stays.tags().stated(Kind.ACTION).contains(LEAVE);
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
