package pairdesk.engine.portfolio;

import java.time.Instant;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;

/**
 * Cash at one venue, of one shard, by our ledger.
 *
 * @param total all of it
 * @param reserved set aside for orders that are not terminal
 * @param reportedAt when the venue last confirmed the total
 */
public record CashPosition(VenueId venue, int shard, Usd total, Usd reserved, Instant reportedAt) {
  public Usd free() {
    return total.minus(reserved);
  }
}
