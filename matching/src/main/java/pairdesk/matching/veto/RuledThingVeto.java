package pairdesk.matching.veto;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Tag;

/**
 * One title names a thing of a kind, the other none, and the rules beneath it name another one: a
 * competition, or the station at which the weather is measured.
 */
record RuledThingVeto(String name, Kind kind) implements Veto {

  @Override
  public Optional<String> objection(Comparison pair) {
    return apart(pair.left(), pair.right()) || apart(pair.right(), pair.left())
        ? Optional.of("the rules of one side name another " + kind.label())
        : Optional.empty();
  }

  private boolean apart(Proposition titled, Proposition ruled) {
    Set<Tag> inTitle = titled.tags().stated(kind);
    Set<Tag> inRules = ruled.tags().inRules(kind);
    return !inTitle.isEmpty()
        && ruled.tags().stated(kind).isEmpty()
        && !inRules.isEmpty()
        && Collections.disjoint(inTitle, inRules)
        && inTitle.stream().noneMatch(tag -> ruled.mentions(tag.key()));
  }
}
