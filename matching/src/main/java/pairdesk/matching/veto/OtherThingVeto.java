package pairdesk.matching.veto;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Tag;

/**
 * Both headlines name a thing of one exclusive kind, and nothing of it is common; or, of kinds that
 * a question is about, each names one of which the other never speaks: Ann meets Bob, Cy meets Bob.
 */
record OtherThingVeto(String name, Kind kind) implements Veto {

  @Override
  public Optional<String> objection(Comparison pair) {
    Set<Tag> left = pair.left().tags().stated(kind);
    Set<Tag> right = pair.right().tags().stated(kind);
    boolean apart =
        kind.entity()
            ? speaksAlone(left, pair.right()) && speaksAlone(right, pair.left())
            : pair.on(kind) == Comparison.Agreement.CONFLICT && !rulesReconcile(pair, left, right);
    return apart
        ? Optional.of(kind.label() + ": " + label(left) + " against " + label(right))
        : Optional.empty();
  }

  /** Names something that is neither in the other's headline nor in its rules' condition. */
  private boolean speaksAlone(Set<Tag> named, Proposition other) {
    return !named.isEmpty()
        && !other.tags().stated(kind).isEmpty()
        && named.stream()
            .anyMatch(tag ->
                !other.tags().stated(kind).contains(tag)
                    && !other.tags().inRules(kind).contains(tag));
  }

  /** The one side's rules name what the other's headline does: a contradiction for a person. */
  private boolean rulesReconcile(Comparison pair, Set<Tag> left, Set<Tag> right) {
    return meets(pair.left().tags().inRules(kind), right)
        || meets(pair.right().tags().inRules(kind), left);
  }

  private static boolean meets(Set<Tag> some, Set<Tag> others) {
    return !Collections.disjoint(some, others);
  }

  private static String label(Set<Tag> tags) {
    return tags.stream().map(Tag::id).sorted().collect(Collectors.joining(", "));
  }
}
