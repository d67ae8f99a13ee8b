package pairdesk.matching.veto;

import java.util.Optional;
import java.util.Set;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Tag;

/** One asks about a part of the contest, the other, rules included, about no part: about all. */
record NarrowerStageVeto() implements Veto {
  private static final Set<String> PARTS =
      Set.of("first-round", "round-of-16", "quarterfinal", "semifinal", "group");

  @Override
  public String name() {
    return "stage";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    return part(pair.left(), pair.right())
        .or(() -> part(pair.right(), pair.left()))
        .map(tag -> tag.label() + " against the whole");
  }

  private static Optional<Tag> part(Proposition narrow, Proposition whole) {
    boolean silent =
        whole.tags().stated(Kind.STAGE).isEmpty() && whole.tags().inRules(Kind.STAGE).isEmpty();
    return silent
        ? narrow.tags().stated(Kind.STAGE).stream()
            .filter(tag -> PARTS.contains(tag.id()) && !whole.mentions(tag.key()))
            .findFirst()
        : Optional.empty();
  }
}
