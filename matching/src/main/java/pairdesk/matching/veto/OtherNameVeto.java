package pairdesk.matching.veto;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pairdesk.matching.score.Alignment;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Term;

/**
 * Both name a subject that is in no vocabulary, and the last words of the two names are unknown to
 * the other side, rules included: Andrew Cuomo against Andrew Yang.
 */
record OtherNameVeto() implements Veto {

  @Override
  public String name() {
    return "subject";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    Optional<Term> left = unknownName(pair.left(), pair.leftWords());
    Optional<Term> right = unknownName(pair.right(), pair.rightWords());
    return left.isPresent() && right.isPresent()
        ? Optional.of("subject: " + left.get().key() + " against " + right.get().key())
        : Optional.empty();
  }

  /**
   * The subject's last word, when the subject is a plain name and the other side lacks that word.
   */
  private static Optional<Term> unknownName(Proposition side, Alignment words) {
    List<Term> subject = side.wording().subject();
    if (subject.isEmpty() || subject.stream().anyMatch(term -> term.tag() != null)) {
      return Optional.empty();
    }
    Term last = subject.getLast();
    Set<String> missing = new HashSet<>();
    for (Alignment.Aligned word : words.words()) {
      if (word.found() == 0) {
        missing.add(word.term().key());
      }
    }
    return last.name() >= 0 && missing.contains(last.key()) ? Optional.of(last) : Optional.empty();
  }
}
