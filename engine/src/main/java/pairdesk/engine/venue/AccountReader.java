package pairdesk.engine.venue;

import java.time.Duration;
import java.time.Instant;
import pairdesk.engine.market.VenueId;

/** Reads one account whole. Blocking; called on a virtual thread. */
public interface AccountReader {
  VenueId venue();

  /**
   * Orders, fills since the moment, positions, balances, settlements; each part says if complete.
   */
  AccountSnapshot read(Instant fillsSince);

  /** The venue's clock less ours, from its answers; positive when the venue is ahead. */
  Duration clockOffset();

  /**
   * Whether this account may trade here, as the venue says; shown and obeyed, never worked around.
   *
   * @throws RuntimeException when the venue does not say
   */
  Eligibility eligibility();

  /**
   * @param why one sentence for people; empty when allowed
   */
  record Eligibility(boolean mayTrade, String why) {}
}
