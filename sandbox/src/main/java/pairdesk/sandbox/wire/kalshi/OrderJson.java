package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.Fill;
import pairdesk.sandbox.exchange.Lifetime;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.exchange.OrderOptions.SelfTrade;
import pairdesk.sandbox.exchange.Position;
import pairdesk.sandbox.exchange.Settlement;

/** Orders, fills, positions and settlements in Kalshi's form. */
final class OrderJson {
  static final String USER_ID = "2f6f3a54-6d55-4a5f-9f31-5a1d0c9be001";

  private OrderJson() {}

  /** What REST and the stream call alike. */
  static ObjectNode order(Order order, int shard) {
    Price yes = order.terms().bookPrice();
    String side = Sides.book(order.terms());
    ObjectNode node = Replies.object();
    node.put("order_id", order.id());
    node.put("user_id", USER_ID);
    node.put("client_order_id", order.clientId());
    node.put("ticker", order.terms().market().code());
    node.put("side", Sides.outcome(side));
    node.put("outcome_side", Sides.outcome(side));
    node.put("book_side", side);
    node.put("status", status(order));
    node.put("yes_price_dollars", Fixed.price(yes));
    counts(node, order);
    node.put("self_trade_prevention_type", selfTrade(order.terms().options().selfTrade()));
    node.put("created_time", Fixed.time(order.createdAt()));
    node.put("last_update_time", Fixed.time(order.updatedAt()));
    if (order.terms().lifetime() instanceof Lifetime.GoodTillDate(var expires)) {
      node.put("expiration_time", Fixed.time(expires));
    }
    String group = order.terms().options().group();
    if (group != null) {
      node.put("order_group_id", group);
    }
    node.put("subaccount_number", 0);
    node.put("exchange_index", shard);
    return node;
  }

  static ObjectNode listed(Order order, int shard) {
    return order(order, shard)
        .put("action", "buy")
        .put("type", "limit")
        .put("no_price_dollars", Fixed.price(order.terms().bookPrice().complement()))
        .put("cancel_order_on_pause", order.terms().options().cancelOnPause());
  }

  private static void counts(ObjectNode node, Order order) {
    Order.Progress progress = order.progress();
    node.put("initial_count_fp", Fixed.count(order.terms().quantity()));
    node.put("fill_count_fp", Fixed.count(progress.filled()));
    node.put("remaining_count_fp", Fixed.count(progress.remaining()));
    node.put("taker_fill_cost_dollars", Fixed.cost(progress.totals().takerCost()));
    node.put("maker_fill_cost_dollars", Fixed.cost(progress.totals().makerCost()));
    node.put("taker_fees_dollars", Fixed.cost(progress.totals().takerFees()));
    node.put("maker_fees_dollars", Fixed.cost(progress.totals().makerFees()));
  }

  static String status(Order order) {
    return switch (order.progress().status()) {
      case OPEN -> "resting";
      case FILLED -> "executed";
      case CANCELLED -> "canceled";
    };
  }

  private static String selfTrade(SelfTrade mode) {
    return switch (mode) {
      case CANCEL_TAKER -> "taker_at_cross";
      case CANCEL_MAKER -> "maker";
    };
  }

  static ObjectNode fill(Fill fill, int shard) {
    String side = Sides.book(fill.deal());
    return Replies.object()
        .put("fill_id", fill.tradeId())
        .put("trade_id", fill.tradeId())
        .put("order_id", fill.orderId())
        .put("ticker", fill.deal().market().code())
        .put("market_ticker", fill.deal().market().code())
        .put("side", Sides.outcome(side))
        .put("action", "buy")
        .put("outcome_side", Sides.outcome(side))
        .put("book_side", side)
        .put("count_fp", Fixed.count(fill.deal().quantity()))
        .put("yes_price_dollars", Fixed.price(fill.deal().yesPrice()))
        .put("no_price_dollars", Fixed.price(fill.deal().yesPrice().complement()))
        .put("is_taker", fill.taker())
        .put("fee_cost", Fixed.cost(fill.fee()))
        .put("created_time", Fixed.time(fill.at()))
        .put("ts", fill.at().getEpochSecond())
        .put("subaccount_number", 0)
        .put("exchange_index", shard);
  }

  static ObjectNode position(Position position, int shard, Instant updated) {
    Position.Figures figures = position.figures();
    return Replies.object()
        .put("ticker", position.market().code())
        .put("exchange_index", shard)
        .put("position_fp", Fixed.signedCount(position.signedE6()))
        .put("total_traded_dollars", Fixed.cost(figures.traded()))
        .put("market_exposure_dollars", Fixed.cost(figures.cost()))
        .put("realized_pnl_dollars", Fixed.cost(figures.realized()))
        .put("fees_paid_dollars", Fixed.cost(figures.fees()))
        .put("last_updated_ts", Fixed.time(updated));
  }

  /** The positions of one event together. */
  static ObjectNode eventPosition(String event, List<Position> positions) {
    var sum = Position.Figures.NONE;
    long contracts = 0;
    for (Position position : positions) {
      sum = sum.plus(position.figures());
      contracts += Math.abs(position.signedE6());
    }
    return Replies.object()
        .put("event_ticker", event)
        .put("total_cost_dollars", Fixed.cost(sum.traded()))
        .put("total_cost_shares_fp", Fixed.signedCount(contracts))
        .put("event_exposure_dollars", Fixed.cost(sum.cost()))
        .put("realized_pnl_dollars", Fixed.cost(sum.realized()))
        .put("fees_paid_dollars", Fixed.cost(sum.fees()));
  }

  static ObjectNode settlement(Settlement settlement, String eventTicker, int shard) {
    Position position = settlement.position();
    return Replies.object()
        .put("ticker", position.market().code())
        .put("event_ticker", eventTicker)
        .put("exchange_index", shard)
        .put("market_result", MarketJson.result(settlement.yesPaid()))
        .put("yes_count_fp", Fixed.count(position.yes()))
        .put("yes_total_cost_dollars", cost(position, Outcome.YES))
        .put("no_count_fp", Fixed.count(position.no()))
        .put("no_total_cost_dollars", cost(position, Outcome.NO))
        .put("revenue", Fixed.cents(settlement.payout()))
        .put("value", settlement.yesPaid().e4() / 100)
        .put("fee_cost", Fixed.cost(position.figures().fees()))
        .put("settled_time", Fixed.time(settlement.at()));
  }

  private static String cost(Position position, Outcome outcome) {
    Quantity held = position.of(outcome);
    return Fixed.cost(held.isZero() ? Usd.ZERO : position.figures().cost());
  }
}
