package pairdesk.matching.veto;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Range;

/** Both compare with figures, and no two of them agree: other strike, other bucket, other side. */
record ThresholdVeto() implements Veto {

  @Override
  public String name() {
    return "threshold";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    List<Range> left = compared(pair.left().ranges());
    List<Range> right = compared(pair.right().ranges());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    boolean agree =
        left.stream().anyMatch(a -> right.stream().anyMatch(b -> a.sameAs(b) || a.complementOf(b)));
    return agree ? Optional.empty() : Optional.of(label(left) + " against " + label(right));
  }

  private static List<Range> compared(List<Range> ranges) {
    return ranges.stream().filter(range -> !range.isPoint()).toList();
  }

  private static String label(List<Range> ranges) {
    return ranges.stream().map(Range::label).collect(Collectors.joining(", "));
  }
}
