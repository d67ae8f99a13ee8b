package pairdesk.matching.review;

import java.util.Optional;
import java.util.Set;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Tag;

/** Whether it counts at any time, or at one moment. */
record TouchClause() implements ClauseReader {

  @Override
  public Clause.Topic topic() {
    return Clause.Topic.TOUCH_OR_CLOSE;
  }

  @Override
  public Optional<Stated> read(Proposition listing) {
    Set<Tag> measures = listing.tags().stated(Kind.MEASURE);
    if (measures.isEmpty()) {
      return Optional.empty();
    }
    boolean level = measures.contains(new Tag(Kind.MEASURE, "level"));
    return Optional.of(
        level
            ? new Stated("level", "the level at one moment")
            : new Stated("touch", "a touch at any time"));
  }
}
