package pairdesk.matching.veto;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Range;

/**
 * Both compare with figures, and no two of them agree: other strike, other bucket, other side; or
 * one asks for a figure where the other has none, or for exactly one where the other has many.
 */
record ThresholdVeto() implements Veto {

  /** Units of figures that stand for a result, where a sum of dollars is often a mark to pass. */
  private static final Set<String> RESULTS = Set.of("%", "bps");

  @Override
  public String name() {
    return "threshold";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    List<Range> left = compared(pair.left().ranges());
    List<Range> right = compared(pair.right().ranges());
    if (left.isEmpty() != right.isEmpty()) {
      Optional<String> exact =
          left.isEmpty() ? exactly(right, pair.left()) : exactly(left, pair.right());
      if (exact.isPresent()) {
        return exact;
      }
    }
    if (left.isEmpty() || right.isEmpty()) {
      return asksAlone(pair.left(), pair.right()) || asksAlone(pair.right(), pair.left())
          ? Optional.of("a figure (" + label(left) + label(right) + ") against none")
          : Optional.empty();
    }
    boolean agree =
        left.stream().anyMatch(a -> right.stream().anyMatch(b -> a.sameAs(b) || a.complementOf(b)));
    return agree ? Optional.empty() : Optional.of(label(left) + " against " + label(right));
  }

  /** "Above 2.4 %" against "2.5 %": of all figures above it, one. */
  private static Optional<String> exactly(List<Range> many, Proposition other) {
    if (many.stream().anyMatch(Range::isAnyMove)) {
      return Optional.empty();
    }
    // a strike that the venue's data gives has no unit
    Set<String> units =
        many.stream().map(Range::unit).filter(unit -> !unit.isEmpty()).collect(Collectors.toSet());
    return other.ranges().stream()
        .filter(one -> RESULTS.contains(one.unit()) && units.equals(Set.of(one.unit())))
        .findFirst()
        .map(one -> label(many) + " against exactly " + one.label());
  }

  /** Asks for a figure, and the other side names none at all, not even in its rules. */
  private static boolean asksAlone(Proposition asks, Proposition other) {
    return asks.shape().asksFigure()
        && compared(asks.ranges()).stream().anyMatch(range -> !range.isAnyMove())
        && other.ranges().isEmpty();
  }

  private static List<Range> compared(List<Range> ranges) {
    return ranges.stream().filter(range -> !range.isPoint()).toList();
  }

  private static String label(List<Range> ranges) {
    return ranges.stream().map(Range::label).collect(Collectors.joining(", "));
  }
}
