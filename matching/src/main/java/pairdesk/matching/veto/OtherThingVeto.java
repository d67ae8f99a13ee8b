package pairdesk.matching.veto;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Tag;

/** Both headlines name a thing of one exclusive kind, and nothing of it is common. */
record OtherThingVeto(String name, Kind kind) implements Veto {

  @Override
  public Optional<String> objection(Comparison pair) {
    Set<Tag> left = pair.left().tags().stated(kind);
    Set<Tag> right = pair.right().tags().stated(kind);
    if (pair.on(kind) != Comparison.Agreement.CONFLICT || rulesReconcile(pair, left, right)) {
      return Optional.empty();
    }
    return Optional.of(kind.label() + ": " + label(left) + " against " + label(right));
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
