package pairdesk.matching.veto;

import java.util.Optional;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;

/** An outcome without a name yet ("Candidate B", "another team") equals nothing. */
record PlaceholderVeto() implements Veto {
  @Override
  public String name() {
    return "placeholder";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    return isPlaceholder(pair.left()) || isPlaceholder(pair.right())
        ? Optional.of("an outcome that has no name yet")
        : Optional.empty();
  }

  private static boolean isPlaceholder(Proposition side) {
    return !side.tags().stated(Kind.PLACEHOLDER).isEmpty();
  }
}
