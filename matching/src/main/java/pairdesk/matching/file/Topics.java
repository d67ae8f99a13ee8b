package pairdesk.matching.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.VenueId;
import pairdesk.matching.score.Comparison;

/**
 * What listings are about, as far as labelled pairs say it: a listing has the topic of the pairs
 * that it is in, else that of the pairs of its event (of its series on Kalshi).
 */
final class Topics {
  private final Map<String, String> ofListing = new HashMap<>();
  private final Map<String, String> ofEvent = new HashMap<>();

  /** Of two topics the first one counts. */
  static Topics of(List<LabelledRow> rows) {
    Topics topics = new Topics();
    for (LabelledRow row : rows) {
      for (ListingRow side : List.of(row.kalshi(), row.polymarket())) {
        Listing listing = side.listing();
        topics.ofListing.putIfAbsent(listing.market().toString(), row.topic());
        event(listing).ifPresent(event -> topics.ofEvent.putIfAbsent(event, row.topic()));
      }
    }
    return topics;
  }

  /** Of the Kalshi listing, else of the other; empty when no labelled pair knows either. */
  Optional<String> of(Comparison pair) {
    return Stream.of(pair.left().listing(), pair.right().listing())
        .flatMap(listing -> of(listing).stream())
        .findFirst();
  }

  private Optional<String> of(Listing listing) {
    return Optional.ofNullable(ofListing.get(listing.market().toString()))
        .or(() -> event(listing).map(ofEvent::get));
  }

  private static Optional<String> event(Listing listing) {
    String code = listing.eventCode();
    int dash = code.indexOf('-');
    boolean series = dash > 0 && listing.market().venue().equals(VenueId.KALSHI);
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(listing.market().venue() + " " + (series ? code.substring(0, dash) : code));
  }
}
