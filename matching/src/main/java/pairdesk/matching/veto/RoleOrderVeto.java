package pairdesk.matching.veto;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Proposition.Roles;

/** Both say who does it to whom, the other way round: A endorses B, B endorses A. */
record RoleOrderVeto() implements Veto {

  @Override
  public String name() {
    return "role order";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    Roles left = pair.left().shape().roles();
    Roles right = pair.right().shape().roles();
    boolean crossed =
        meets(left.actors(), right.targets()) && meets(left.targets(), right.actors());
    boolean straight =
        meets(left.actors(), right.actors()) || meets(left.targets(), right.targets());
    return crossed && !straight
        ? Optional.of(left.actors() + " acts on the left, " + right.actors() + " on the right")
        : Optional.empty();
  }

  private static boolean meets(Set<String> some, Set<String> others) {
    return !Collections.disjoint(some, others);
  }
}
