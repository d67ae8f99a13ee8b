package pairdesk.engine.venue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;

/**
 * One read of a venue's account.
 *
 * @param complete the parts that were read to the end; a part that is not in here is unknown, not
 *     empty
 */
public record AccountSnapshot(
    VenueId venue,
    Instant readAt,
    List<Cash> cash,
    List<Holding> holdings,
    List<OrderUpdate> openOrders,
    List<Fill> fills,
    List<Payout> payouts,
    Set<Part> complete) {

  public AccountSnapshot {
    cash = List.copyOf(cash);
    holdings = List.copyOf(holdings);
    openOrders = List.copyOf(openOrders);
    fills = List.copyOf(fills);
    payouts = List.copyOf(payouts);
    complete = complete.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(complete));
  }

  /** What was read. */
  public enum Part {
    CASH,
    HOLDINGS,
    OPEN_ORDERS,
    FILLS,
    PAYOUTS
  }

  /**
   * Cash of one shard, as the venue's own ledger has it: what resting orders reserve is still in
   * it.
   *
   * @param shard Kalshi's {@code exchange_index}; 0 elsewhere
   * @param precisionE6 the venue reports multiples of this many micro-dollars, truncated
   */
  public record Cash(int shard, Usd total, long precisionE6) {}

  /** Shares held of one instrument, never negative. */
  public record Holding(Instrument instrument, Quantity quantity) {}

  /**
   * A settlement that the venue has paid.
   *
   * @param yesValueE4 what one share of YES was worth, in 1/10 000 dollar
   * @param paid what was credited
   */
  public record Payout(MarketId market, int yesValueE4, Usd paid, Instant at) {}
}
