package pairdesk.engine.execution;

import pairdesk.engine.order.ClientOrder;

/** What may be taken for certain of orders that the venue does not show. */
public interface Certainty {

  /**
   * Whether an Unknown order was looked for in vain long enough to go on without it, though not
   * long enough to call it proved.
   */
  boolean isPresumedAbsent(ClientOrder order);

  /** Whether an order that was proved absent may turn up all the same: its venue has no fence. */
  boolean mayTurnUp(ClientOrder order);
}
