package pairdesk.sandbox.faults;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import pairdesk.engine.market.VenueId;

/**
 * When a rule applies. Empty parts match everything.
 *
 * @param name the method of a request, the channel of a message
 * @param path of a request, the type of a message
 * @param body of a request, the text of a message
 */
public record When(
    Optional<VenueId> venue, Pattern name, Pattern path, Pattern body, Occurrence occurrence) {

  /**
   * Which of the matches.
   *
   * @param first the first match that counts, 1 for the first
   * @param times how many matches from there on, 0 for all
   * @param percent of those by chance, 100 for all
   * @param until the rule ends
   */
  public record Occurrence(int first, int times, int percent, Instant until) {
    public static final Occurrence ALWAYS = new Occurrence(1, 0, 100, Instant.MAX);
  }

  /** Every part matches when the pattern is found in it. */
  boolean matches(VenueId where, String nameIs, String pathIs, String bodyIs) {
    return venue.map(where::equals).orElse(true)
        && name.matcher(nameIs).find()
        && path.matcher(pathIs).find()
        && body.matcher(bodyIs).find();
  }
}
