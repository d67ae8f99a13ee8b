package pairdesk.engine.execution;

import java.util.Collection;
import java.util.List;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.TimeInForce;

/** How a bundle is bought: equal shares of every leg, each at no worse than its limit. */
public sealed interface Plan {

  /** Shares of each leg. */
  Quantity shares();

  /** At least two legs, in the order in which they are sent. */
  List<PlanLeg> legs();

  /**
   * How many of the legs pay a dollar a share, whatever resolves: the payout of a finished bundle.
   * The others pay nothing. One for both sides of a question and for every YES of an exclusive
   * event, all but one for every NO of it.
   */
  int paying();

  /** How many orders it takes when nothing goes wrong, and one repair of each leg. */
  default int orders() {
    return 2 * legs().size();
  }

  /** How many of the legs end worthless. */
  default int worthless() {
    return legs().size() - paying();
  }

  /** Orders that take, one for each leg. */
  record Sweep(Quantity shares, List<PlanLeg> legs, int paying, Sending sending) implements Plan {
    public Sweep {
      legs = List.copyOf(legs);
      if (legs.size() < 2) {
        throw new IllegalArgumentException("at least two legs, not " + legs.size());
      }
      if (paying < 1 || paying >= legs.size()) {
        throw new IllegalArgumentException(paying + " of " + legs.size() + " legs pay");
      }
    }
  }

  /** When the legs of a sweep are sent. */
  enum Sending {
    /** All together, immediate or cancelled. */
    AT_ONCE,
    /**
     * The first leg whole or not at all; each other one when the one before it is settled, for what
     * all before it really got. A round trip slower for each leg, and rarely naked.
     */
    IN_TURN
  }

  /**
   * The first leg rests, post-only, at its limit; whatever of it fills is bought of the second leg
   * at once. One bid for each plan: another price is another execution.
   */
  record MakerTaker(Quantity shares, List<PlanLeg> legs) implements Plan {
    /** The bid, and as many hedges as its fills may come in within the burst that is watched. */
    private static final int ORDERS = 12;

    public MakerTaker {
      legs = List.copyOf(legs);
      if (legs.size() != 2) {
        throw new IllegalArgumentException("a bid and its hedge, not " + legs.size() + " legs");
      }
    }

    @Override
    public int paying() {
      return 1;
    }

    @Override
    public int orders() {
      return ORDERS;
    }
  }

  /**
   * The plan by which these first orders of an execution were sent.
   *
   * @param bundle as it was stored
   */
  static Plan of(Sweep bundle, Collection<OrderIntent> intents) {
    List<OrderIntent> entries =
        intents.stream().filter(i -> i.origin().purpose() == Purpose.ENTRY).toList();
    if (entries.stream().anyMatch(entry -> entry.terms().postOnly())) {
      return new MakerTaker(bundle.shares(), bundle.legs());
    }
    boolean alone = entries.size() == 1 && entries.getFirst().origin().leg() == 0;
    return alone && entries.getFirst().terms().timeInForce() == TimeInForce.FOK
        ? new Sweep(bundle.shares(), bundle.legs(), bundle.paying(), Sending.IN_TURN)
        : bundle;
  }
}
