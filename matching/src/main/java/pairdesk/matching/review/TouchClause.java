package pairdesk.matching.review;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Tag;

/** Whether it counts at any time, or at one moment. */
record TouchClause() implements ClauseReader {
  private static final Pattern CLOSE =
      Pattern.compile(
          "(?i)\\b(?:clos(?:e|es|ing)|settl(?:e|es|ing))\\s+(?:at|above|below|over|under|between)\\b");

  /** "Above" says so only where nothing speaks of a touch: "How high will it get? Above 90,000". */
  private static final Set<Tag> LEVEL = Set.of(new Tag(Kind.MEASURE, "level"));

  @Override
  public Clause.Topic topic() {
    return Clause.Topic.TOUCH_OR_CLOSE;
  }

  @Override
  public Optional<Stated> read(Proposition listing) {
    Set<Tag> measures = listing.tags().stated(Kind.MEASURE);
    if (CLOSE.matcher(listing.listing().texts().title()).find() || measures.equals(LEVEL)) {
      return Optional.of(new Stated("level", "the level at one moment"));
    }
    return measures.isEmpty()
        ? Optional.empty()
        : Optional.of(new Stated("touch", "a touch at any time"));
  }
}
