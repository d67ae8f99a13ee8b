package pairdesk.bot.halt;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.VenueId;

/**
 * How far a venue has come.
 *
 * @param rounds how often it was told to cancel everything
 * @param resting orders in its last complete list; -1 while there was none
 * @param flatAfter from the start of the halt to the first of two complete lists in a row that show
 *     none; null while there were not two
 * @param problem what stood in the way last, the venue's words among them, untrusted; empty when
 *     nothing did
 */
public record SiteProgress(
    VenueId venue, int rounds, int resting, @Nullable Duration flatAfter, String problem) {

  static SiteProgress begun(VenueId venue) {
    return new SiteProgress(venue, 0, -1, null, "it has not answered yet");
  }

  public boolean isFlat() {
    return flatAfter != null;
  }
}
