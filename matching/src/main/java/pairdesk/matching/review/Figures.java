package pairdesk.matching.review;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Range;

/**
 * The figure of one listing beside that of the other. Where both name one figure, whether it counts
 * is a difference of strictness, not of the threshold: "above 24" against "24 or more". Where they
 * name two, as "above 24" and "25 or more" do, each is read on the grid of counts.
 */
final class Figures {
  private Figures() {}

  /** The first figure that bounds the question on one side; empty where a range of two does. */
  static @Nullable Range of(Proposition listing) {
    return listing.ranges().stream()
        .filter(range -> !range.isPoint())
        .findFirst()
        .filter(range -> !range.isBucket())
        .orElse(null);
  }

  /** Empty for other topics, and where the two do not name one figure. */
  static Optional<Clause.Verdict> verdict(
      Clause.Topic topic, @Nullable Range left, @Nullable Range right) {
    if (left == null || right == null || !nameOneFigure(left, right)) {
      return Optional.empty();
    }
    return switch (topic) {
      case THRESHOLD -> Optional.of(Clause.Verdict.EQUAL);
      case STRICTNESS ->
          Optional.of(
              left.lowOpen() == right.lowOpen() && left.highOpen() == right.highOpen()
                  ? Clause.Verdict.EQUAL
                  : Clause.Verdict.DIFFERENT);
      case SOURCE, INSTANT, TOUCH_OR_CLOSE, CANCELLATION, REVISIONS -> Optional.empty();
    };
  }

  private static boolean nameOneFigure(Range left, Range right) {
    return unit(left).equals(unit(right))
        && same(left.low(), right.low())
        && same(left.high(), right.high());
  }

  /** Kalshi gives dollars as bare figures. */
  private static String unit(Range range) {
    return range.unit().equals("$") ? "" : range.unit();
  }

  private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    if (a == null || b == null) {
      return a == null && b == null;
    }
    return a.compareTo(b) == 0;
  }
}
