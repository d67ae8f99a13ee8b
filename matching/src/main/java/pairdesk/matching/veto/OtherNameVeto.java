package pairdesk.matching.veto;

import java.util.List;
import java.util.Optional;
import pairdesk.matching.score.Alignment;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Term;

/**
 * Both name a subject that is in no vocabulary, and the last words of the two names are unknown to
 * the other side, rules included: Andrew Cuomo against Andrew Yang. Or one names such a person, and
 * the other a party: any candidate of it would do.
 */
record OtherNameVeto() implements Veto {

  @Override
  public String name() {
    return "subject";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    if (isPlainName(pair.left()) && isParty(pair.right())) {
      return againstParty(unknownName(pair.left(), pair.leftWords()), pair.right());
    }
    if (isParty(pair.left()) && isPlainName(pair.right())) {
      return againstParty(unknownName(pair.right(), pair.rightWords()), pair.left());
    }
    if (!isPlainName(pair.left()) || !isPlainName(pair.right())) {
      return Optional.empty();
    }
    return unknownName(pair.left(), pair.leftWords())
        .flatMap(left ->
            unknownName(pair.right(), pair.rightWords())
                .map(right -> "subject: " + left.key() + " against " + right.key()));
  }

  private static boolean isParty(Proposition side) {
    List<Term> subject = side.wording().subject();
    return !subject.isEmpty()
        && subject.stream().allMatch(term -> term.tag() != null && term.tag().kind() == Kind.PARTY);
  }

  private static Optional<String> againstParty(Optional<Term> person, Proposition party) {
    String name = party.wording().subject().getFirst().label();
    return person.map(term -> "subject: " + term.key() + " against " + name);
  }

  private static boolean isPlainName(Proposition side) {
    List<Term> subject = side.wording().subject();
    return !subject.isEmpty()
        && subject.getLast().name() >= 0
        && subject.stream().allMatch(term -> term.tag() == null);
  }

  /** The subject's last word, when the other side lacks it. */
  private static Optional<Term> unknownName(Proposition side, Alignment words) {
    Term last = side.wording().subject().getLast();
    for (Alignment.Aligned word : words.words()) {
      if (word.found() == 0 && word.term().key().equals(last.key())) {
        return Optional.of(last);
      }
    }
    return Optional.empty();
  }
}
