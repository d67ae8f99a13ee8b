package pairdesk.matching.score;

import java.util.HashSet;
import java.util.Set;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Term;

/** How much of a subject's weight the other side names. */
final class SubjectShare {
  private static final double UNKNOWN = 0.5;

  private SubjectShare() {}

  static double of(Proposition side, Alignment words) {
    Set<String> subject = new HashSet<>();
    for (Term term : side.wording().subject()) {
      subject.add(term.key());
    }
    double all = 0;
    double found = 0;
    for (Alignment.Aligned word : words.words()) {
      if (subject.contains(word.term().key())) {
        all += word.weight();
        found += word.weight() * word.found();
      }
    }
    return all == 0 ? UNKNOWN : found / all;
  }
}
