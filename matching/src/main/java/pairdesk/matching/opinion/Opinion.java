package pairdesk.matching.opinion;

import java.util.List;
import java.util.Locale;
import pairdesk.engine.market.Relation;
import pairdesk.matching.review.Clause;

/**
 * What a second reader thinks of a pair. It decides nothing.
 *
 * @param differing clauses in which it sees a difference; may be empty
 * @param sentence why, in its words: as untrusted as the venues' texts that it read
 * @param by who it is, {@code gpt-5-mini}
 */
public record Opinion(Finding finding, List<Clause.Topic> differing, String sentence, String by) {
  public Opinion {
    differing = List.copyOf(differing);
  }

  /** What the pair is held to be. */
  public enum Finding {
    /** One question, YES on both sides alike. */
    SAME("one question"),
    /** One question, YES on the one side is NO on the other. */
    INVERSE("one question, turned round"),
    DIFFERENT("two questions"),
    UNSURE("unsure");

    private final String label;

    Finding(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }

    /** As the reader writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is what the matcher holds the pair to be. */
    boolean agreesWith(Relation relation) {
      return switch (this) {
        case SAME -> relation == Relation.SAME;
        case INVERSE -> relation == Relation.INVERSE;
        case DIFFERENT, UNSURE -> false;
      };
    }
  }
}
