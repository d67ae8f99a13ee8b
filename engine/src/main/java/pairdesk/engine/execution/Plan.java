package pairdesk.engine.execution;

import java.util.List;
import pairdesk.engine.money.Quantity;

/** How a bundle of two legs is bought: equal shares, each at no worse than its limit. */
public sealed interface Plan {

  /** Shares of each leg. */
  Quantity shares();

  /** The two legs, in the order in which they are sent. */
  List<PlanLeg> legs();

  /** How many orders it takes when nothing goes wrong, and one repair of each leg. */
  default int orders() {
    return 2 * legs().size();
  }

  /** Both legs at once, immediate or cancelled. */
  record TakerTaker(Quantity shares, List<PlanLeg> legs) implements Plan {
    public TakerTaker {
      legs = two(legs);
    }
  }

  /**
   * The first leg whole or not at all; the second is sized to what the first really got. One round
   * trip slower, and rarely naked.
   */
  record Sequential(Quantity shares, List<PlanLeg> legs) implements Plan {
    public Sequential {
      legs = two(legs);
    }
  }

  private static List<PlanLeg> two(List<PlanLeg> legs) {
    if (legs.size() != 2) {
      throw new IllegalArgumentException("two legs, not " + legs.size());
    }
    return List.copyOf(legs);
  }
}
