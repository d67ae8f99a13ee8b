package pairdesk.sandbox.exchange;

import pairdesk.engine.market.VenueId;

/** Whose orders: a trader with an account, or the crowd of hidden participants without one. */
public record AccountId(VenueId venue, String name) {
  private static final String CROWD = "crowd";

  public static AccountId crowd(VenueId venue) {
    return new AccountId(venue, CROWD);
  }

  /** The crowd has unlimited funds and no ledger. */
  public boolean isCrowd() {
    return name.equals(CROWD);
  }
}
