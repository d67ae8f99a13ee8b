package pairdesk.engine.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/** One market: its listing, what an order must obey, its life, and how the venue addresses it. */
public record Market(Listing listing, Terms terms, Life life, Address address) {

  public MarketId id() {
    return listing.market();
  }

  /**
   * What an order must obey.
   *
   * @param lot smallest quantity step (Kalshi and Polymarket: 0.01 share)
   * @param minimumSize smallest order (Polymarket: usually 5 shares; Kalshi: one lot)
   * @param minimumMarketableBuy smallest dollar value of a BUY that crosses (Polymarket: $1;
   *     Kalshi: zero)
   */
  public record Terms(
      PriceGrid grid,
      Quantity lot,
      Quantity minimumSize,
      Usd minimumMarketableBuy,
      FeeSchedule fees) {}

  /**
   * Where it is in its life.
   *
   * @param close no trading from here; null when the venue does not say
   * @param resolves when money is expected back; null when the venue does not say
   * @param liquidity dollars in the book as the venue states it; null when it does not
   * @param yesPays what a share of YES is worth in the end; null while that is not final
   */
  public record Life(
      MarketStatus status,
      @Nullable Instant open,
      @Nullable Instant close,
      @Nullable Instant resolves,
      @Nullable Usd liquidity,
      @Nullable Price yesPays) {

    /** Of a market that has no answer yet. */
    public Life(
        MarketStatus status,
        @Nullable Instant open,
        @Nullable Instant close,
        @Nullable Instant resolves,
        @Nullable Usd liquidity) {
      this(status, open, close, resolves, liquidity, null);
    }

    /** When trading ends at the latest: at the close, or where none is told when it resolves. */
    public @Nullable Instant end() {
      return close == null ? resolves : close;
    }
  }

  /**
   * How the venue addresses it.
   *
   * @param group event group of which exactly one resolves YES; empty when there is none
   * @param yesCode Polymarket's token id of YES; Kalshi's ticker
   * @param noCode Polymarket's token id of NO; Kalshi's ticker
   * @param shard Kalshi's {@code exchange_index}; 0 elsewhere
   * @param negRisk Polymarket: which exchange contract takes its orders
   */
  public record Address(String group, String yesCode, String noCode, int shard, boolean negRisk) {}
}
