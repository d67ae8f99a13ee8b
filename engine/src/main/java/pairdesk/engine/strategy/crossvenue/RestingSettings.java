package pairdesk.engine.strategy.crossvenue;

import java.time.Duration;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.MakerRules;

/**
 * Where bids rest, and how large.
 *
 * @param venue on which the bid rests; it is hedged on the other
 * @param maxBookAge older books are not looked at
 * @param maxShares largest bid
 * @param byDefault whether bids rest for pairs of which nobody has chosen how they are bought
 */
public record RestingSettings(
    VenueId venue, MakerRules rules, Duration maxBookAge, Quantity maxShares, boolean byDefault) {
  public static final RestingSettings DEFAULTS =
      new RestingSettings(
          VenueId.POLYMARKET,
          MakerRules.DEFAULTS,
          Duration.ofSeconds(5),
          Quantity.ofShares(10_000),
          true);

  public RestingSettings {
    if (!maxBookAge.isPositive()) {
      throw new IllegalArgumentException("book age must be above zero: " + maxBookAge);
    }
    if (maxShares.isZero()) {
      throw new IllegalArgumentException("largest bid must be above zero");
    }
  }
}
