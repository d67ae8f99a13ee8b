package pairdesk.matching.veto;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Tag;

/** One title names a competition, the other none, and the rules beneath it name another one. */
record RuledCompetitionVeto() implements Veto {

  @Override
  public String name() {
    return "competition";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    return apart(pair.left(), pair.right()) || apart(pair.right(), pair.left())
        ? Optional.of("the rules of one side name another competition")
        : Optional.empty();
  }

  private static boolean apart(Proposition titled, Proposition ruled) {
    Set<Tag> inTitle = titled.tags().stated(Kind.COMPETITION);
    Set<Tag> inRules = ruled.tags().inRules(Kind.COMPETITION);
    return !inTitle.isEmpty()
        && ruled.tags().stated(Kind.COMPETITION).isEmpty()
        && !inRules.isEmpty()
        && Collections.disjoint(inTitle, inRules)
        && inTitle.stream().noneMatch(tag -> ruled.mentions(tag.key()));
  }
}
