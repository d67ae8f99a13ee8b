package pairdesk.engine.venue;

import java.time.Instant;
import pairdesk.engine.market.VenueId;

/**
 * Whether one part of a venue works, as its adapter sees it.
 *
 * @param cause one sentence for people; empty when UP
 */
public record VenueStatus(VenueId venue, Part part, Health health, String cause, Instant at) {

  /** Which of our links to the venue. */
  public enum Part {
    MARKET_STREAM,
    ACCOUNT_STREAM,
    /** The order path as a whole: paused, restarting, blocked and so on. */
    TRADING,
    /** Whether the venue lets this account trade from this place. */
    ADMISSION
  }

  /** What it can do now. */
  public enum Health {
    UP,
    DEGRADED,
    RESTARTING,
    POST_ONLY,
    CANCEL_ONLY,
    PAUSED,
    DISABLED,
    BLOCKED,
    UNAUTHORISED,
    DOWN
  }
}
