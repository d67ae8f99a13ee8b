package pairdesk.matching.score;

import java.util.Set;

/** How much of both rule texts' vocabulary is common. */
record SupportShared() implements Feature {

  @Override
  public String name() {
    return "supportShared";
  }

  @Override
  public double value(Comparison pair) {
    Set<String> left = pair.left().wording().support();
    Set<String> right = pair.right().wording().support();
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    long common = left.stream().filter(right::contains).count();
    return (double) common / Math.min(left.size(), right.size());
  }
}
