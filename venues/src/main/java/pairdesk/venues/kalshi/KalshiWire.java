package pairdesk.venues.kalshi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/** What Kalshi says, in its own terms: everything is a bid or an ask of YES. */
final class KalshiWire {
  private KalshiWire() {}

  /** Bid: buys YES, or sells NO. Ask: sells YES, or buys NO. */
  enum BookSide {
    BID,
    ASK
  }

  /** Where an order is. */
  enum OrderStatus {
    RESTING,
    CANCELED,
    EXECUTED
  }

  /** The answer to a new order. */
  record Placed(String orderId, String clientOrderId, Quantity filled, Quantity remaining) {}

  /**
   * One order, from a list or the stream.
   *
   * @param clientOrderId may be anything, for orders of other programs
   * @param reason why it changed last, on the stream; empty in lists
   */
  record OrderRow(
      String orderId,
      String clientOrderId,
      String ticker,
      OrderStatus status,
      Amounts amounts,
      String reason,
      Instant at) {}

  /** How much was asked, and how much came. */
  record Amounts(Quantity initial, Quantity filled, Quantity remaining) {}

  /**
   * One fill.
   *
   * @param clientOrderId only on the stream; null in lists
   * @param yesPrice in terms of YES
   */
  record FillRow(
      String tradeId,
      String orderId,
      @Nullable String clientOrderId,
      String ticker,
      BookSide side,
      Quantity quantity,
      Price yesPrice,
      Charge charge,
      Instant at) {}

  /** What a fill cost beyond its price. */
  record Charge(Usd fee, boolean taker) {}

  /** The bids of both outcomes, each in its own price. */
  record BookRow(String ticker, KalshiBids yesBids, KalshiBids noBids) {}

  /** Position of a message in its subscription. */
  record Mark(long sid, long seq) {}

  /** A message of the socket; the mark is null where the channel is not numbered. */
  sealed interface Message {
    @Nullable Mark mark();
  }

  record Subscribed(String channel, long sid) implements Message {
    @Override
    public @Nullable Mark mark() {
      return null;
    }
  }

  record Snapshot(Mark mark, BookRow book) implements Message {}

  /**
   * @param changeE6 signed change of what rests at this price of this outcome's bids
   */
  record Delta(Mark mark, String ticker, Outcome outcome, Price price, long changeE6, Instant at)
      implements Message {}

  record OwnFill(@Nullable Mark mark, FillRow fill) implements Message {}

  record OwnOrder(@Nullable Mark mark, OrderRow order) implements Message {}

  /**
   * @param signedE6 shares of YES, below zero of NO
   */
  record OwnPosition(@Nullable Mark mark, String ticker, long signedE6) implements Message {}

  /**
   * @param event the venue's word: {@code deactivated}, {@code determined} …
   */
  record Lifecycle(@Nullable Mark mark, String ticker, String event) implements Message {}

  /** The fees of an event's markets are others from now on. */
  record FeesChanged(@Nullable Mark mark, String event) implements Message {}

  /**
   * @param ticker empty when it concerns no single market
   */
  record Failure(@Nullable Mark mark, long code, String text, String ticker) implements Message {}

  /** The venue took a command, or answers our heartbeat. */
  record Acknowledged(@Nullable Mark mark) implements Message {}

  /** Types that we do not use or do not know. */
  record Other(@Nullable Mark mark, String type) implements Message {}
}
