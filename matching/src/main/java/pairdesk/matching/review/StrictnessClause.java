package pairdesk.matching.review;

import java.util.Optional;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Range;

/** Whether the figure itself counts: above, or at least. */
record StrictnessClause() implements ClauseReader {

  @Override
  public Clause.Topic topic() {
    return Clause.Topic.STRICTNESS;
  }

  @Override
  public Optional<Stated> read(Proposition listing) {
    return listing.ranges().stream()
        .filter(range -> !range.isPoint() && !range.isBucket())
        .findFirst()
        .map(range -> new Stated(strictness(range), range.label()));
  }

  private static String strictness(Range range) {
    return range.isStrict() ? "the figure itself does not count" : "the figure itself counts";
  }
}
