package pairdesk.matching.score;

import java.util.ArrayList;
import java.util.List;
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
  private static final double NO_SUBJECT = 0.5;

  /**
   * A word with its weight.
   *
   * @param ofSubject it names whom or what the question is about
   * @param weight rarity, 0 to 1
   * @param found 1 when the other headline has it, less when only its rules do or the spelling
   *     differs, 0 when nobody says it
   */
  public record Aligned(Term term, boolean ofSubject, double weight, double found) {
    /** What is lost by its absence. */
    public double missing() {
      return weight * (1 - found);
    }
  }

  static Alignment of(Weighed from, Weighed to) {
    List<Aligned> words = new ArrayList<>(from.profile().headline().size());
    for (Profile.Word word : from.profile().headline()) {
      words.add(
          new Aligned(
              word.term(), word.ofSubject(), from.weight(word.key()), found(word, to.profile())));
    }
    forgiveFirstNames(words);
    return new Alignment(words);
  }

  private static double found(Profile.Word word, Profile in) {
    if (in.says(word.key())) {
      return SAME;
    }
    Term term = word.term();
    if (term.tag() == null) {
      for (Profile.Word other : in.headline()) {
        if (other.term().tag() == null && Spelling.alike(term.key(), other.term().key())) {
          return SPELT_ALIKE;
        }
      }
    }
    return in.proposition().wording().support().contains(word.key()) ? IN_RULES : 0;
  }

  /**
   * "Andrea Kimi Antonelli" is "Kimi Antonelli": a first name may miss when the last one is there.
   */
  private static void forgiveFirstNames(List<Aligned> words) {
    for (int at = words.size() - 2; at >= 0; at--) {
      Aligned word = words.get(at);
      Aligned next = words.get(at + 1);
      boolean sameName = word.term().name() >= 0 && word.term().name() == next.term().name();
      if (sameName && next.found() >= SPELT_ALIKE && word.found() < SPELT_ALIKE) {
        words.set(
            at,
            new Aligned(word.term(), word.ofSubject(), word.weight() * FIRST_NAME, word.found()));
      }
    }
  }

  double missingShare() {
    double all = 0;
    double missing = 0;
    for (Aligned word : words) {
      all += word.weight();
      missing += word.missing();
    }
    return all == 0 ? 1 : missing / all;
  }

  double worstMissing() {
    double worst = 0;
    for (Aligned word : words) {
      worst = Math.max(worst, word.missing());
    }
    return worst;
  }

  /** The rarest name that the other side never says, rules included. */
  double worstMissingName() {
    double worst = 0;
    for (Aligned word : words) {
      if (word.found() == 0 && word.term().isName()) {
        worst = Math.max(worst, word.missing());
      }
    }
    return worst;
  }

  /** Share of the subject's weight that the other side names; a half without a subject. */
  double subjectShare() {
    double all = 0;
    double found = 0;
    for (Aligned word : words) {
      if (word.ofSubject()) {
        all += word.weight();
        found += word.weight() * word.found();
      }
    }
    return all == 0 ? NO_SUBJECT : found / all;
  }
}
