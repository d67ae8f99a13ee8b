package pairdesk.engine.venue;

import pairdesk.engine.market.VenueId;

/**
 * Exchanges shares of an answered market for what they pay, where the venue does not do so by
 * itself. A second redemption of the same shares pays nothing. All methods block and run on a
 * virtual thread; none throws for what the remote side does, none ever sends twice.
 */
public interface Redeemer {
  VenueId venue();

  /** Reads what it must know, and signs; sends nothing. */
  Preparation prepare(Claim claim);

  /** Sends a prepared call once and waits a while for its end. */
  RedeemOutcome send(PreparedRedeem call);

  /** What became of a call that may have been sent; sends nothing. */
  RedeemOutcome resolve(PreparedRedeem call);

  /** Whether a call can be made. */
  sealed interface Preparation {
    record Ready(PreparedRedeem call) implements Preparation {}

    /** It would fail, or something that must be known could not be read. */
    record Refused(String why) implements Preparation {}
  }
}
