package pairdesk.engine.venue;

import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.OrderState;

/**
 * What a submit attempt meant. The mistake that costs money is to call the fourth one of the
 * others: an answer is definitive only if the venue's own semantics prove it.
 */
public sealed interface SubmitOutcome {

  /**
   * The venue has it.
   *
   * @param state LIVE, PARTLY, FILLED, CANCELLED (remainder of an IOC) as far as the answer says
   * @param filled filled so far by the answer; the fills themselves arrive on their own
   */
  record Accepted(String venueOrderId, OrderState state, Quantity filled)
      implements SubmitOutcome {}

  /**
   * The venue said no, and nothing was placed.
   *
   * @param text the venue's words, untrusted
   */
  record Rejected(RejectCode code, String text) implements SubmitOutcome {}

  /** Proved that no byte of the request arrived. */
  record NotSent(String reason) implements SubmitOutcome {}

  /** Anything else: time-out, dropped link, unreadable answer. */
  record Unknown(String reason) implements SubmitOutcome {}
}
