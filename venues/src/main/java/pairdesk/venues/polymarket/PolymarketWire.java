package pairdesk.venues.polymarket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Side;

/** What the venue's answers and messages say, in exact values, before it means anything to us. */
final class PolymarketWire {
  private PolymarketWire() {}

  /**
   * One level as sent; the texts go into the book's hash.
   *
   * @param quantity zero removes the level
   */
  record WireLevel(String priceText, String sizeText, Price price, Quantity quantity) {}

  /**
   * A whole book of one token.
   *
   * @param terms only over REST and, in part, in the first books of a connection
   */
  record WireBook(
      String market,
      String tokenId,
      Instant at,
      String hash,
      List<WireLevel> bids,
      List<WireLevel> asks,
      BookTerms terms) {}

  /** What a book says besides its levels; null where it does not. */
  record BookTerms(
      @Nullable String minimumSize,
      @Nullable String tick,
      @Nullable Boolean negRisk,
      @Nullable String lastTradePrice) {}

  /**
   * One level's new total.
   *
   * @param hash of the book after the burst that the change belongs to
   * @param bestBid zero when there is no bid; null when the venue does not say
   * @param bestAsk one when there is no ask; null when the venue does not say
   */
  record LevelChange(
      String tokenId,
      Side side,
      WireLevel level,
      String hash,
      @Nullable Price bestBid,
      @Nullable Price bestAsk) {}

  /** A message of the market channel. */
  sealed interface MarketMessage {}

  record BookSent(WireBook book) implements MarketMessage {}

  record LevelsChanged(String market, Instant at, List<LevelChange> changes)
      implements MarketMessage {
    LevelsChanged {
      changes = List.copyOf(changes);
    }
  }

  record Traded(String tokenId, String priceText) implements MarketMessage {}

  record TickChanged(String market, String tokenId, Price tick) implements MarketMessage {}

  record Resolved(String market, String winningTokenId) implements MarketMessage {}

  /** Known and of no use to us, or not known. */
  record Other(String type, boolean known) implements MarketMessage {}

  /**
   * An order of ours as the venue has it.
   *
   * @param status in the venue's words, without prefix
   * @param at zero point of time when the venue does not say
   */
  record WireOrder(
      String id,
      String status,
      String tokenId,
      String market,
      Quantity original,
      Quantity matched,
      String change,
      Instant at) {}

  /** A trade that we took part in. The upper fields are the taker's. */
  record WireTrade(
      String id,
      String status,
      boolean weTook,
      String market,
      Taker taker,
      List<Maker> makers,
      Instant at) {
    WireTrade {
      makers = List.copyOf(makers);
    }
  }

  record Taker(String orderId, String tokenId, Side side, Quantity size, Price price) {}

  /**
   * One resting order that was hit.
   *
   * @param side null in messages of before 2025
   */
  record Maker(
      String orderId,
      String owner,
      String address,
      String tokenId,
      @Nullable Side side,
      Quantity matched,
      Price price) {}

  /** The answer to an order. Amounts are zero where nothing was exchanged. */
  record Posted(
      boolean success,
      String error,
      String orderId,
      String status,
      Quantity making,
      Quantity taking) {}

  /** A page, and where the next one begins; null when it was the last. */
  record Page<T>(List<T> items, @Nullable String next) {
    Page {
      items = List.copyOf(items);
    }
  }
}
