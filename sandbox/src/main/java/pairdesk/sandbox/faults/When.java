package pairdesk.sandbox.faults;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import pairdesk.engine.market.VenueId;

/**
 * When a rule applies. Empty parts match everything.
 *
 * @param name the method of a request, the channel of a message
 * @param path of a request, the type of a message
 * @param body of a request, the text of a message
 * @param mentions of each list one must stand somewhere in the path, the query or the body: the
 *     names of a market, the ids of an order
 */
public record When(
    Optional<VenueId> venue,
    Pattern name,
    Pattern path,
    Pattern body,
    List<List<String>> mentions,
    Occurrence occurrence) {

  public When {
    mentions = mentions.stream().map(List::copyOf).toList();
  }

  public When(
      Optional<VenueId> venue, Pattern name, Pattern path, Pattern body, Occurrence occurrence) {
    this(venue, name, path, body, List.of(), occurrence);
  }

  /**
   * Which of the matches.
   *
   * @param first the first match that counts, 1 for the first
   * @param times how many matches from there on, 0 for all
   * @param percent of those by chance, 100 for all
   * @param from the rule begins; what comes before does not count as a match
   * @param until the rule ends
   */
  public record Occurrence(int first, int times, int percent, Instant from, Instant until) {
    public static final Occurrence ALWAYS = new Occurrence(1, 0, 100, Instant.MAX);

    public Occurrence(int first, int times, int percent, Instant until) {
      this(first, times, percent, Instant.MIN, until);
    }

    boolean isDue(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }

    /** Whether the match with this number, 1 for the first, is one of those. */
    boolean counts(int number) {
      return number >= first && (times == 0 || number < first + times);
    }
  }

  /**
   * A request or a message as rules see it.
   *
   * @param whole everything in it that may name a market or an order
   */
  record Subject(VenueId venue, String name, String path, String body, String whole) {}

  /** Every part matches when the pattern is found in it. */
  boolean matches(Subject subject) {
    return venue.map(subject.venue()::equals).orElse(true)
        && name.matcher(subject.name()).find()
        && path.matcher(subject.path()).find()
        && body.matcher(subject.body()).find()
        && mentions.stream().allMatch(names -> names.stream().anyMatch(subject.whole()::contains));
  }
}
