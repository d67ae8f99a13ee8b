package pairdesk.sandbox.exchange;

import java.util.Optional;
import pairdesk.engine.money.Quantity;

/** The answer to a cancel. */
public sealed interface Cancellation {

  record Cancelled(Order order, Quantity reducedBy) implements Cancellation {}

  /**
   * Filled, cancelled before, of another account, or never seen.
   *
   * @param known the account's own order, when there is one
   */
  record NotLive(Optional<Order> known) implements Cancellation {}
}
