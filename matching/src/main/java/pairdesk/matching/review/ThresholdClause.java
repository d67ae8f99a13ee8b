package pairdesk.matching.review;

import java.util.Optional;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Range;

/** The figure, without regard to strictness. */
record ThresholdClause() implements ClauseReader {

  @Override
  public Clause.Topic topic() {
    return Clause.Topic.THRESHOLD;
  }

  @Override
  public Optional<Stated> read(Proposition listing) {
    return listing.ranges().stream()
        .filter(range -> !range.isPoint())
        .findFirst()
        .map(range -> new Stated(figures(range), range.label()));
  }

  private static String figures(Range range) {
    return range.figure();
  }
}
