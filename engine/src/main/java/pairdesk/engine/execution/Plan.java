package pairdesk.engine.execution;

import java.util.Collection;
import java.util.List;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.TimeInForce;

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

  /**
   * The first leg rests, post-only, at its limit; whatever of it fills is bought of the second leg
   * at once. One bid for each plan: another price is another execution.
   */
  record MakerTaker(Quantity shares, List<PlanLeg> legs) implements Plan {
    /** The bid, and as many hedges as its fills may come in within the burst that is watched. */
    private static final int ORDERS = 12;

    public MakerTaker {
      legs = two(legs);
    }

    @Override
    public int orders() {
      return ORDERS;
    }
  }

  /** The plan by which these first orders of an execution were sent. */
  static Plan of(Quantity shares, List<PlanLeg> legs, Collection<OrderIntent> intents) {
    List<OrderIntent> entries =
        intents.stream().filter(i -> i.origin().purpose() == Purpose.ENTRY).toList();
    if (entries.stream().anyMatch(entry -> entry.terms().postOnly())) {
      return new MakerTaker(shares, legs);
    }
    boolean alone = entries.size() == 1 && entries.getFirst().origin().leg() == 0;
    return alone && entries.getFirst().terms().timeInForce() == TimeInForce.FOK
        ? new Sequential(shares, legs)
        : new TakerTaker(shares, legs);
  }

  private static List<PlanLeg> two(List<PlanLeg> legs) {
    if (legs.size() != 2) {
      throw new IllegalArgumentException("two legs, not " + legs.size());
    }
    return List.copyOf(legs);
  }
}
