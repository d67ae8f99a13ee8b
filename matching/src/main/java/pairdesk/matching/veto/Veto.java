package pairdesk.matching.veto;

import java.util.Optional;
import pairdesk.matching.score.Comparison;

/** One kind of contradiction. Pure. */
interface Veto {
  /** Its name in results: {@code date}, {@code threshold}. */
  String name();

  /** What contradicts what, in words for a person; empty when nothing does. */
  Optional<String> objection(Comparison pair);
}
