package pairdesk.matching.score;

import java.util.Arrays;
import java.util.List;
import pairdesk.matching.text.Kind;

/** How many exclusive kinds of things the two name differently. */
record FrameConflict() implements Feature {
  private static final List<Kind> EXCLUSIVE =
      Arrays.stream(Kind.values()).filter(kind -> kind.exclusive() && kind != Kind.ACTION).toList();

  @Override
  public String name() {
    return "frameConflict";
  }

  @Override
  public double value(Comparison pair) {
    return Math.min(2, pair.count(EXCLUSIVE, Comparison.Agreement.CONFLICT)) / 2.0;
  }
}
