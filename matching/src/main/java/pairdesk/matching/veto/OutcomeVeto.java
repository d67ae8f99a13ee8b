package pairdesk.matching.veto;

import java.util.Optional;
import java.util.Set;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Tag;

/** One asks about a tie or about nobody, the other about somebody by name. */
record OutcomeVeto() implements Veto {

  @Override
  public String name() {
    return "outcome";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    Set<Tag> left = pair.left().tags().stated(Kind.OUTCOME);
    Set<Tag> right = pair.right().tags().stated(Kind.OUTCOME);
    boolean oneSided = left.isEmpty() != right.isEmpty();
    Proposition other = left.isEmpty() ? pair.left() : pair.right();
    return oneSided && !other.wording().subject().isEmpty()
        ? Optional.of("nobody in particular against a named subject")
        : Optional.empty();
  }
}
