package pairdesk.matching.review;

import java.util.Optional;
import pairdesk.matching.text.Proposition;

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
        .map(range -> new Stated(range.figures(), range.label()));
  }
}
