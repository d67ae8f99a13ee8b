package pairdesk.matching.review;

import java.util.List;
import java.util.Optional;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.RulesText;
import pairdesk.matching.text.Window;

/** The last moment that counts. A last day without an hour is that day's end in New York. */
record InstantClause() implements ClauseReader {

  @Override
  public Clause.Topic topic() {
    return Clause.Topic.INSTANT;
  }

  /** The rules decide; the title where they name no day. */
  @Override
  public Optional<Stated> read(Proposition listing) {
    List<Window> ruled = listing.timing().ruled();
    return ruled.isEmpty()
        ? listing.timing().window().map(window -> stated(window, listing))
        : Optional.of(stated(ruled.getLast(), listing));
  }

  private static Stated stated(Window window, Proposition listing) {
    Optional<Hour> hour =
        Hour.lastIn(RulesText.condition(listing.listing().texts().rules()))
            .or(() -> Hour.lastIn(listing.listing().texts().title()));
    return new Stated(
        hour.filter(stated -> !stated.endsTheDay())
            .map(stated -> stated.on(window.last()))
            .orElse(window.last() + " end of day"),
        window.label() + hour.map(stated -> ", " + stated.words()).orElse(""));
  }
}
