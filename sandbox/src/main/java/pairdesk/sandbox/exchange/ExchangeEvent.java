package pairdesk.sandbox.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;

/** Something that happened, told in order. */
public sealed interface ExchangeEvent {

  /**
   * A level of the book in YES terms changed; zero after means that it is gone.
   *
   * @param side BUY for a bid of YES
   * @param cause the trader's order that caused it, null for the crowd's
   * @param revision of the book after this change
   */
  record LevelChanged(
      MarketId market,
      Side side,
      Price price,
      Quantity before,
      Quantity after,
      @Nullable Order cause,
      long revision,
      Instant at)
      implements ExchangeEvent {}

  record Traded(Trade trade) implements ExchangeEvent {}

  /** A later settlement status of a trade. */
  record TradeAdvanced(Trade trade) implements ExchangeEvent {}

  /** An order of a trader's was taken, changed or ended. */
  record OrderChanged(Order order, Cause cause) implements ExchangeEvent {}

  /** A trader's order took part in a trade. */
  record Filled(Fill fill, Order order, Position position) implements ExchangeEvent {}

  record PositionChanged(AccountId account, Position position, Instant at)
      implements ExchangeEvent {}

  record MarketChanged(MarketState market, MarketChange change, Instant at)
      implements ExchangeEvent {}

  record GroupChanged(OrderGroup group, GroupChange change, Instant at) implements ExchangeEvent {}

  /** Why an order is reported. */
  enum Cause {
    PLACED,
    TRADED,
    AMENDED,
    DECREASED,
    CANCELLED
  }

  /** What happened to an order group. */
  enum GroupChange {
    CREATED,
    TRIGGERED,
    RESET,
    DELETED,
    LIMIT_UPDATED
  }

  /** What happened to a market. */
  enum MarketChange {
    LISTED,
    OPENED,
    PAUSED,
    RESUMED,
    GRID_CHANGED,
    FEES_CHANGED,
    CLOSE_CHANGED,
    CLOSED,
    DETERMINED,
    DISPUTED,
    AMENDED,
    SETTLED
  }
}
