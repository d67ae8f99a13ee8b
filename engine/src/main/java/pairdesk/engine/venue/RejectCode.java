package pairdesk.engine.venue;

/** Why a venue refused an order, in our words. */
public enum RejectCode {
  INSUFFICIENT_BALANCE,
  /** A FOK that could not fill whole, or an IOC that found nothing. */
  NOT_FILLABLE,
  POST_ONLY_CROSSES,
  BAD_PRICE,
  BAD_SIZE,
  MARKET_CLOSED,
  VENUE_PAUSED,
  VENUE_RESTARTING,
  RATE_LIMITED,
  UNAUTHORISED,
  BLOCKED,
  OTHER
}
