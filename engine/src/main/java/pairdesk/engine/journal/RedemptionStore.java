package pairdesk.engine.journal;

import java.time.Instant;
import java.util.Optional;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.PreparedRedeem;
import pairdesk.engine.venue.RedeemOutcome;

/**
 * Calls that redeem, written down before they are sent: of each venue one at most whose end is not
 * known. Blocking; called by the task that sends them.
 */
public interface RedemptionStore {

  /** The call whose end is not known. */
  Optional<Sent> open(VenueId venue);

  /**
   * In one synchronous transaction: checks the lease, and that no other call is open, then writes
   * the call.
   */
  IntentStore.Outcome commit(PreparedRedeem call, Instant now);

  /**
   * Writes what became of it; while that is not known, the call stays open.
   *
   * @param ended whether nothing can happen to it any more
   */
  void report(PreparedRedeem call, RedeemOutcome outcome, boolean ended, Instant now);

  /**
   * @param at when it was written
   */
  record Sent(PreparedRedeem call, Instant at) {}
}
