package pairdesk.matching.review;

import java.util.Optional;
import pairdesk.matching.text.Proposition;

/** Finds what a listing says on one topic. Pure. */
interface ClauseReader {
  Clause.Topic topic();

  /** Empty when the listing does not say. */
  Optional<Stated> read(Proposition listing);

  /**
   * What one side says.
   *
   * @param value in a form that can be compared
   * @param words as a person should read it
   */
  record Stated(String value, String words) {}
}
