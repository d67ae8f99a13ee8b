package pairdesk.sandbox.exchange;

import java.time.Duration;
import java.time.Instant;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;

/**
 * What the exchange needs to know of a market when it is listed.
 *
 * @param lot the smallest quantity step
 * @param shard whose cash is used; 0 where the venue has one pool
 */
public record MarketSpec(
    MarketId id, PriceGrid grid, Quantity lot, FeeTerms fees, int shard, Life life) {

  MarketSpec with(FeeTerms newFees) {
    return new MarketSpec(id, grid, lot, newFees, shard, life);
  }

  /**
   * When it trades.
   *
   * @param settlementTimer from determined to paid out
   */
  public record Life(Instant open, Instant close, Duration settlementTimer) {}
}
