package pairdesk.matching.text;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A word or a named thing of a question, after dates and numbers are taken out.
 *
 * @param key the word, or the tag's key
 * @param tag null for a plain word
 * @param name number of the run of capital letters that it belongs to (a person's names share one);
 *     -1 outside such a run
 */
public record Term(String key, @Nullable Tag tag, int name) {
  /** A word written as a name, or a named thing of a kind that a question can be about. */
  public boolean isName() {
    return tag == null ? name >= 0 : tag.kind().entity();
  }

  /** As a person reads it. */
  public String label() {
    return tag == null ? key : tag.label();
  }

  Stream<Tag> tagIfAny() {
    return Stream.ofNullable(tag);
  }
}
