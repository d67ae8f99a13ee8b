package pairdesk.matching.score;

import java.util.Arrays;
import pairdesk.matching.text.Kind;

/** How many exclusive kinds of things the two name differently. */
record FrameConflict() implements Feature {

  @Override
  public String name() {
    return "frameConflict";
  }

  @Override
  public double value(Comparison pair) {
    int conflicts =
        (int)
            Arrays.stream(Kind.values())
                .filter(kind -> kind.exclusive() && kind != Kind.ACTION)
                .filter(kind -> pair.on(kind) == Comparison.Agreement.CONFLICT)
                .count();
    return Math.min(2, conflicts) / 2.0;
  }
}
