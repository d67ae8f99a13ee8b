package pairdesk.matching.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pairdesk.matching.candidate.Profile;
import pairdesk.matching.candidate.Weighed;
import pairdesk.matching.text.Term;

/**
 * One side's headline words, each with how well the other side says it too.
 *
 * @param words in order, without repetitions
 */
public record Alignment(List<Aligned> words) {
  private static final double SAME = 1.0;
  private static final double SPELT_ALIKE = 0.9;
  private static final double IN_RULES = 0.6;
  private static final double FIRST_NAME = 0.3;

  /**
   * A word with its weight.
   *
   * @param weight rarity, 0 to 1
   * @param found 1 when the other headline has it, less when only its rules do or the spelling
   *     differs, 0 when nobody says it
   */
  public record Aligned(Term term, double weight, double found) {
    /** What is lost by its absence. */
    public double missing() {
      return weight * (1 - found);
    }
  }

  static Alignment of(Weighed from, Weighed to) {
    List<Aligned> words = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Term term : from.profile().proposition().wording().headline()) {
      if (seen.add(term.key())) {
        words.add(new Aligned(term, from.weight(term.key()), found(term, to.profile())));
      }
    }
    return new Alignment(forgiveFirstNames(words));
  }

  private static double found(Term term, Profile in) {
    if (in.says(term.key())) {
      return SAME;
    }
    if (term.tag() == null) {
      for (Term other : in.proposition().wording().headline()) {
        if (other.tag() == null && Spelling.alike(term.key(), other.key())) {
          return SPELT_ALIKE;
        }
      }
    }
    return in.proposition().mentions(term.key()) ? IN_RULES : 0;
  }

  /**
   * "Andrea Kimi Antonelli" is "Kimi Antonelli": a first name may miss when the last one is there.
   */
  private static List<Aligned> forgiveFirstNames(List<Aligned> words) {
    List<Aligned> forgiven = new ArrayList<>(words);
    for (int at = words.size() - 2; at >= 0; at--) {
      Aligned word = forgiven.get(at);
      Aligned next = forgiven.get(at + 1);
      boolean sameName = word.term().name() >= 0 && word.term().name() == next.term().name();
      if (sameName && next.found() >= SPELT_ALIKE && word.found() < SPELT_ALIKE) {
        forgiven.set(at, new Aligned(word.term(), word.weight() * FIRST_NAME, word.found()));
      }
    }
    return List.copyOf(forgiven);
  }

  double missingShare() {
    double all = words.stream().mapToDouble(Aligned::weight).sum();
    double missing = words.stream().mapToDouble(Aligned::missing).sum();
    return all == 0 ? 1 : missing / all;
  }

  double worstMissing() {
    return words.stream().mapToDouble(Aligned::missing).max().orElse(0);
  }

  /** The rarest name that the other side never says, rules included. */
  double worstMissingName() {
    return words.stream()
        .filter(word -> word.found() == 0 && word.term().isName())
        .mapToDouble(Aligned::missing)
        .max()
        .orElse(0);
  }
}
