package pairdesk.sandbox.wire.polymarket.listing;

import java.util.Optional;
import pairdesk.sandbox.catalogue.PolymarketListing;

/**
 * What a market pays for liquidity. Which markets pay how much follows from their number, so that
 * every start lists the same.
 *
 * @param dollarsPerDay whole dollars
 */
public record Rewards(int dollarsPerDay) {
  /** Orders further from the middle, in cents, earn nothing. */
  public static final int MAX_SPREAD_CENTS = 3;

  /** Smaller orders, in shares, earn nothing. */
  public static final int MIN_SIZE = 20;

  /** Every third market pays 5 to 25 dollars. */
  public static Optional<Rewards> of(PolymarketListing listing) {
    int number = Math.floorMod(listing.ids().id().hashCode(), 15);
    return number % 3 == 0 ? Optional.of(new Rewards(5 + 5 * (number / 3))) : Optional.empty();
  }
}
