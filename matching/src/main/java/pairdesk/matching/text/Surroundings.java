package pairdesk.matching.text;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is known of a listing before its texts are read; it settles what words in them mean.
 *
 * @param known tags of series and event: the league that tells which Giants play
 * @param dates to which dates without a year are related
 */
record Surroundings(Set<Tag> known, ListingDates dates, Vocabulary vocabulary) {

  Reading read(String text) {
    return Reading.of(text, this);
  }

  /** The same listing, with more known about it. */
  Surroundings with(Set<Tag> more) {
    return new Surroundings(Tags.union(known, more), dates, vocabulary);
  }

  /** Keys of a text's terms. */
  Set<String> keys(String text) {
    Set<String> keys = new LinkedHashSet<>();
    read(text).terms().forEach(term -> keys.add(term.key()));
    return Set.copyOf(keys);
  }
}
