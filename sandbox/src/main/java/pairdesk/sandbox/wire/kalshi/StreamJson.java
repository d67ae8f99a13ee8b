package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.sandbox.exchange.BookView;
import pairdesk.sandbox.exchange.CancelReason;
import pairdesk.sandbox.exchange.ExchangeEvent.Cause;
import pairdesk.sandbox.exchange.ExchangeEvent.Filled;
import pairdesk.sandbox.exchange.ExchangeEvent.GroupChanged;
import pairdesk.sandbox.exchange.ExchangeEvent.LevelChanged;
import pairdesk.sandbox.exchange.Lifetime;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.exchange.Position;
import pairdesk.sandbox.exchange.Side;
import pairdesk.sandbox.exchange.Trade;

/** The contents of stream messages. */
final class StreamJson {

  private StreamJson() {}

  static String marketId(String ticker) {
    return UUID.nameUUIDFromBytes(ticker.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static ObjectNode market(String ticker) {
    return Replies.object().put("market_ticker", ticker).put("market_id", marketId(ticker));
  }

  private static ObjectNode timed(ObjectNode node, Instant at) {
    return node.put("ts", at.getEpochSecond()).put("ts_ms", at.toEpochMilli());
  }

  /**
   * @param yesPrices the NO side in YES prices
   */
  static ObjectNode snapshot(BookView book, boolean yesPrices) {
    ObjectNode node = market(book.market().code());
    node.set("yes_dollars_fp", MarketJson.levels(book.bids(), 0));
    node.set(
        "no_dollars_fp", MarketJson.levels(yesPrices ? book.asks() : book.bids(Outcome.NO), 0));
    return node;
  }

  static ObjectNode delta(LevelChanged change, boolean yesPrices) {
    boolean bid = change.side() == Side.BUY;
    Price shown = bid || yesPrices ? change.price() : change.price().complement();
    ObjectNode node = market(change.market().code());
    node.put("price_dollars", Fixed.price(shown));
    node.put("delta_fp", Fixed.signedCount(change.after().e6() - change.before().e6()));
    node.put("side", bid ? "yes" : "no");
    Order own = change.cause();
    if (own != null && !own.clientId().isEmpty()) {
      node.put("client_order_id", own.clientId()).put("subaccount", 0);
    }
    return node.put("ts", Fixed.time(change.at())).put("ts_ms", change.at().toEpochMilli());
  }

  static ObjectNode trade(Trade trade) {
    Price yes = trade.taker().deal().yesPrice();
    String side = Sides.book(trade.taker().deal());
    ObjectNode node =
        Replies.object()
            .put("trade_id", trade.id())
            .put("market_ticker", trade.market().code())
            .put("yes_price_dollars", Fixed.price(yes))
            .put("no_price_dollars", Fixed.price(yes.complement()))
            .put("count_fp", Fixed.count(trade.taker().deal().quantity()))
            .put("taker_side", Sides.outcome(side))
            .put("taker_outcome_side", Sides.outcome(side))
            .put("taker_book_side", side)
            .put("is_block_trade", false);
    return timed(node, trade.at());
  }

  static ObjectNode ticker(MarketState state, BookView book, Instant at) {
    MarketState.Figures figures = state.figures();
    ObjectNode node = market(book.market().code());
    node.put("price_dollars", Fixed.price(figures.lastPrice()));
    node.put("yes_bid_dollars", Fixed.price(MarketJson.best(book.bids(), Price.ZERO)));
    node.put("yes_ask_dollars", Fixed.price(MarketJson.best(book.asks(), Price.ONE)));
    node.put("yes_bid_size_fp", MarketJson.size(book.bids()));
    node.put("yes_ask_size_fp", MarketJson.size(book.asks()));
    node.put("last_trade_size_fp", Fixed.count(figures.lastSize()));
    node.put("volume_fp", Fixed.count(figures.volume()));
    node.put("open_interest_fp", Fixed.count(figures.openInterest()));
    node.put("dollar_volume", figures.volume().e6() / 1_000_000);
    node.put("dollar_open_interest", figures.openInterest().e6() / 1_000_000);
    return timed(node, at).put("time", Fixed.time(at));
  }

  static ObjectNode fill(Filled filled, int shard) {
    ObjectNode node = OrderJson.fill(filled.fill(), shard);
    String side = Sides.book(filled.fill().deal());
    node.remove(
        List.of("fill_id", "ticker", "created_time", "subaccount_number", "no_price_dollars"));
    node.put("client_order_id", filled.order().clientId());
    node.put("purchased_side", Sides.outcome(side));
    node.put("post_position_fp", Fixed.signedCount(filled.position().signedE6()));
    node.put("subaccount", 0);
    return timed(node, filled.fill().at());
  }

  static ObjectNode userOrder(Order order, Cause cause, int shard) {
    ObjectNode node = OrderJson.order(order, shard);
    node.put("is_yes", order.terms().outcome() == Outcome.YES);
    node.put("created_ts_ms", order.createdAt().toEpochMilli());
    node.put("last_updated_ts_ms", order.updatedAt().toEpochMilli());
    if (order.terms().lifetime() instanceof Lifetime.GoodTillDate(var expires)) {
      node.put("expiration_ts_ms", expires.toEpochMilli());
    }
    String reason = reason(order, cause);
    if (!reason.isEmpty()) {
      node.put("last_update_reason", reason);
    }
    return node;
  }

  private static String reason(Order order, Cause cause) {
    return switch (cause) {
      case PLACED -> "";
      case TRADED -> "Trade";
      case AMENDED -> "Amend";
      case DECREASED -> "Decrease";
      case CANCELLED -> {
        CancelReason reason = order.progress().reason();
        yield reason == null ? "" : reason(reason);
      }
    };
  }

  private static String reason(CancelReason reason) {
    return switch (reason) {
      case USER, IMMEDIATE, ORDER_GROUP, HEARTBEAT, DELAY -> "";
      case SELF_TRADE -> "SelfTradeCancel";
      case EXPIRED -> "ExpiryCancel";
      case CLOSED, RESOLVED -> "CloseCancel";
      case HALTED -> "HaltCancel";
      case POST_ONLY_CROSS -> "PostOnlyCrossCancel";
      case REDUCE_ONLY -> "ReduceOnlyCancel";
    };
  }

  static ObjectNode group(GroupChanged changed) {
    ObjectNode node =
        Replies.object()
            .put("event_type", changed.change().name().toLowerCase(Locale.ROOT))
            .put("order_group_id", changed.group().key().id())
            .put("ts_ms", changed.at().toEpochMilli());
    return switch (changed.change()) {
      case CREATED, LIMIT_UPDATED ->
          node.put("contracts_limit_fp", Fixed.count(changed.group().limit()));
      case TRIGGERED, RESET, DELETED -> node;
    };
  }

  static ObjectNode position(Position position) {
    Position.Figures figures = position.figures();
    return Replies.object()
        .put("user_id", OrderJson.USER_ID)
        .put("market_ticker", position.market().code())
        .put("position_fp", Fixed.signedCount(position.signedE6()))
        .put("position_cost_dollars", Fixed.balance(figures.cost()))
        .put("realized_pnl_dollars", Fixed.balance(figures.realized()))
        .put("fees_paid_dollars", Fixed.balance(figures.fees()))
        .put("position_fee_cost_dollars", Fixed.balance(figures.fees()))
        .put("volume_fp", Fixed.count(position.yes().plus(position.no())))
        .put("subaccount", 0);
  }
}
