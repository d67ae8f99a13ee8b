package pairdesk.engine.paper;

import pairdesk.engine.order.Fill;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.OrderUpdate;

/** What the paper exchange tells, as a venue's private stream would. */
public sealed interface PaperReport {

  /** The shares of a market were paid, once: it has its answer. */
  record Paid(AccountSnapshot.Payout payout) implements PaperReport {}

  /** A part of a paper order filled; final at once. */
  record Filled(Fill fill, FillEvidence evidence) implements PaperReport {}

  /**
   * @param update its reason says in words what the order's state rests on
   */
  record Moved(OrderUpdate update) implements PaperReport {}
}
