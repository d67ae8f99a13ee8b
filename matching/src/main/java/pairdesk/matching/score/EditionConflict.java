package pairdesk.matching.score;

import java.util.Collections;
import java.util.Set;

/** Both name years of an edition, and none is common. */
record EditionConflict() implements Feature {

  @Override
  public String name() {
    return "editionConflict";
  }

  @Override
  public double value(Comparison pair) {
    Set<Integer> left = pair.left().timing().editions();
    Set<Integer> right = pair.right().timing().editions();
    return left.isEmpty() || right.isEmpty() || !Collections.disjoint(left, right) ? 0 : 1;
  }
}
