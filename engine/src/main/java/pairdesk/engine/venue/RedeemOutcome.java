package pairdesk.engine.venue;

import pairdesk.engine.money.Usd;

/** What became of an attempt to redeem. */
public sealed interface RedeemOutcome {

  /**
   * The dollars are there.
   *
   * @param transaction under which people find it
   */
  record Paid(Usd paid, String transaction) implements RedeemOutcome {}

  /** The venue's contract may take the shares now: the redemption itself is the next call. */
  record Allowed(String transaction) implements RedeemOutcome {}

  /** Not decided: it is asked about before anything else is sent. */
  record Open(String why) implements RedeemOutcome {}

  /** The venue does not know the call, and its number is free: lost, or still on its way. */
  record Missing(String why) implements RedeemOutcome {}

  /** It paid nothing, and never will: another attempt may be made. */
  record Failed(String why) implements RedeemOutcome {}

  /**
   * The desk is not set up to redeem: a person does it at the venue's website.
   *
   * @param why one sentence
   */
  record ByHand(String why) implements RedeemOutcome {}
}
