package pairdesk.engine.venue;

import java.time.Duration;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;

/**
 * Sends orders to one venue. Unless they say otherwise, methods block and run on a virtual thread
 * of their own; none throws for what the remote side does, none ever sends a mutation twice, but
 * for {@link #submit} of a repair where {@link Capabilities#idempotentIds} holds.
 */
public interface OrderGateway {
  VenueId venue();

  Capabilities capabilities();

  /**
   * Whether orders may come soon. Before the first time that they may, nothing is prepared at the
   * venue, so MONITOR and PAPER leave the account untouched. Returns at once; does nothing where
   * nothing has to be prepared.
   */
  default void expectOrders(boolean soon) {}

  /**
   * How long so many orders that add risk would wait for the venue's rate budget; zero when they
   * leave at once. Of legs that belong together one must not wait while the others fill. Returns at
   * once, and sets nothing aside.
   */
  default Duration untilRoom(int orders) {
    return Duration.ZERO;
  }

  /**
   * Signs and serialises, without any I/O.
   *
   * @throws IllegalArgumentException when the order breaks the market's grid, lot or minimum, or
   *     the market's address is not understood
   * @throws RuntimeException when it cannot sign yet, because the venue has not admitted us
   */
  PreparedOrder prepare(OrderIntent intent, Market market);

  /** Keeps ready what lets an order leave at once. Does nothing where there is nothing to keep. */
  default void keepWarm() {}

  /**
   * Begins to send these bytes once, as {@link #submit}, and waits for nothing: what cannot leave
   * at once leaves while it is awaited. So one thread hands over all orders of a plan before any of
   * them is answered.
   *
   * @param deadline from now on
   */
  default Submission begin(PreparedOrder order, Duration deadline) {
    return Submission.later(() -> submit(order, deadline));
  }

  /**
   * Sends these bytes once and waits for the answer until the deadline. A repair that is not
   * answered may be sent a second time within it, byte for byte, where the venue takes an id once
   * for ever; an entry never is.
   */
  SubmitOutcome submit(PreparedOrder order, Duration deadline);

  /** Asks the venue to cancel one order. */
  CancelOutcome cancel(OrderRef order, Duration deadline);

  /** Asks the venue to cancel every order of this account: for halt and stop only. */
  CancelOutcome cancelAll(Duration deadline);

  /**
   * Reads what the venue knows about one order: by our id, in complete lists, and its fills. Where
   * the venue offers it, an order that is not there is kept from arriving from then on.
   */
  OrderLookup lookup(OrderRef order, Duration deadline);

  /**
   * Reads the same of an order whose call may still be answered, and keeps nothing from arriving:
   * Absent only where {@link #lookup} would say so as well.
   */
  default OrderLookup glance(OrderRef order, Duration deadline) {
    return lookup(order, deadline);
  }
}
