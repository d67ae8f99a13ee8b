package pairdesk.matching.veto;

import java.util.Optional;
import java.util.regex.Pattern;
import pairdesk.engine.market.Listing;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;

/** An outcome without a name yet ("Candidate B", "another team") equals nothing. */
record PlaceholderVeto() implements Veto {
  private static final Pattern LETTERED =
      Pattern.compile(
          "\\b(Person|Player|Candidate|Fighter|Team|Company|Actor|Actress|Movie|Film|Party|Coach"
              + "|Driver|Individual|Artist|Album|Song|Director) [A-Z]{1,2}\\b(?!\\.)");

  @Override
  public String name() {
    return "placeholder";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    return isPlaceholder(pair.left()) || isPlaceholder(pair.right())
        ? Optional.of("an outcome that has no name yet")
        : Optional.empty();
  }

  private static boolean isPlaceholder(Proposition side) {
    Listing listing = side.listing();
    return !side.tags().stated(Kind.PLACEHOLDER).isEmpty()
        || LETTERED.matcher(listing.texts().title()).find()
        || LETTERED.matcher(listing.names().group()).find();
  }
}
