package pairdesk.matching.veto;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pairdesk.matching.score.Comparison;

/** Both name the year of an edition or season, and none is common. */
record SeasonVeto() implements Veto {

  @Override
  public String name() {
    return "season";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    Set<Integer> left = pair.left().timing().editions();
    Set<Integer> right = pair.right().timing().editions();
    return left.isEmpty() || right.isEmpty() || !Collections.disjoint(left, right)
        ? Optional.empty()
        : Optional.of(new TreeSet<>(left) + " against " + new TreeSet<>(right));
  }
}
