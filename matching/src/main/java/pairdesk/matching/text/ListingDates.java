package pairdesk.matching.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Listing;

/**
 * The dates to which a listing's words relate.
 *
 * @param near dates without a year are the ones nearest to it
 * @param thisYear what "this year" means
 */
record ListingDates(LocalDate near, int thisYear) {
  /** Both venues state their dates in New York time. */
  private static final ZoneId VENUE_ZONE = ZoneId.of("America/New_York");

  /** For a listing without any date; every real one has one. */
  private static final LocalDate NO_DATE = LocalDate.of(2026, 1, 1);

  /** Trading often ends weeks after the answer. */
  private static final int LATE_DAYS = 32;

  static ListingDates of(Listing listing, String condition) {
    LocalDate close = close(listing);
    LocalDate code = GameReader.day(listing);
    LocalDate near = code != null ? code : close != null ? close.minusDays(LATE_DAYS) : NO_DATE;
    ListingDates guess = new ListingDates(near, near.getYear());
    LocalDate spelt = DateReader.firstSpeltOut(Words.split(condition), guess);
    return spelt == null ? guess : new ListingDates(near, spelt.getYear());
  }

  /**
   * The day of expected resolution, else of the end of trading; null when the venue says neither.
   */
  static @Nullable LocalDate close(Listing listing) {
    Instant expected = listing.dates().expectedResolution();
    Instant end = expected != null ? expected : listing.dates().close();
    return end == null ? null : end.atZone(VENUE_ZONE).toLocalDate();
  }
}
