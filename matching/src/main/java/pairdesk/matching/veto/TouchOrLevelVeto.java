package pairdesk.matching.veto;

import java.util.Optional;
import java.util.Set;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Tag;

/** One asks whether a price is touched at any time, the other where it stands at one moment. */
record TouchOrLevelVeto() implements Veto {
  private static final Tag LEVEL = new Tag(Kind.MEASURE, "level");

  @Override
  public String name() {
    return "touch or level";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    Set<Tag> left = pair.left().tags().stated(Kind.MEASURE);
    Set<Tag> right = pair.right().tags().stated(Kind.MEASURE);
    if (pair.on(Kind.MEASURE) != Comparison.Agreement.CONFLICT) {
      return Optional.empty();
    }
    if (left.contains(LEVEL) || right.contains(LEVEL)) {
      return Optional.of("the level at a moment against a touch at any time");
    }
    return Optional.of("a touch from below against a touch from above");
  }
}
