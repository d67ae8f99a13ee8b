package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.exchange.Placement.Placed;
import pairdesk.sandbox.exchange.Refusal;
import pairdesk.sandbox.exchange.Trade;
import pairdesk.sandbox.wire.kalshi.Replies.Problem;

/** What the order endpoints answer. */
final class Answers {

  private Answers() {}

  static ObjectNode placed(Placed placed, Instant now) {
    Order order = placed.order();
    ObjectNode node = named(order);
    node.put("fill_count", Fixed.count(order.progress().filled()));
    node.put("remaining_count", Fixed.count(order.progress().remaining()));
    averages(node, placed.trades());
    return node.put("ts_ms", now.toEpochMilli());
  }

  static ObjectNode named(Order order) {
    ObjectNode node = Replies.object().put("order_id", order.id());
    if (!order.clientId().isEmpty()) {
      node.put("client_order_id", order.clientId());
    }
    return node;
  }

  /** What this request filled on average, per contract, in the YES leg. */
  private static void averages(ObjectNode node, List<Trade> trades) {
    BigDecimal shares = BigDecimal.ZERO;
    BigDecimal cost = BigDecimal.ZERO;
    Usd fees = Usd.ZERO;
    for (Trade trade : trades) {
      Price price = trade.taker().deal().yesPrice();
      Quantity quantity = trade.taker().deal().quantity();
      shares = shares.add(BigDecimal.valueOf(quantity.e6(), 6));
      cost =
          cost.add(
              BigDecimal.valueOf(price.e4(), 4).multiply(BigDecimal.valueOf(quantity.e6(), 6)));
      fees = fees.plus(trade.taker().fee());
    }
    if (shares.signum() > 0) {
      node.put("average_fill_price", perContract(cost, shares));
      node.put("average_fee_paid", perContract(BigDecimal.valueOf(fees.e6(), 6), shares));
    }
  }

  private static String perContract(BigDecimal amount, BigDecimal shares) {
    return amount.divide(shares, 4, RoundingMode.HALF_UP).toPlainString();
  }

  static Refused refused(Refusal reason) {
    return switch (reason) {
      case UNKNOWN_MARKET -> Refused.marketNotFound();
      case UNKNOWN_ACCOUNT -> Refused.nested(403, Problem.of("forbidden"));
      case MARKET_NOT_TRADING -> Refused.nested(400, Problem.of("market_inactive"));
      case SHARD_PAUSED -> Refused.nested(409, Problem.of("trading_is_paused"));
      case PRICE_OFF_GRID -> Refused.nested(400, Problem.of("invalid_price"));
      case QUANTITY_OFF_LOT -> Refused.nested(400, Problem.of("invalid_order_size"));
      case DUPLICATE_CLIENT_ID, DUPLICATE_ORDER_ID ->
          Refused.nested(409, Problem.of("order_already_exists"));
      case INSUFFICIENT_FUNDS -> Refused.nested(400, Problem.of("insufficient_balance"));
      case POST_ONLY_CROSSES -> Refused.nested(400, Problem.of("invalid_order", "post only cross"));
      case FILL_OR_KILL_UNFILLED ->
          Refused.nested(409, Problem.of("fill_or_kill_insufficient_resting_volume"));
      case EXPIRES_IN_THE_PAST ->
          Refused.nested(
              400, Problem.of("invalid_order", "Expiration timestamp must be in the future"));
      case REDUCE_ONLY_NOT_IMMEDIATE ->
          Refused.nested(
              400, Problem.of("invalid_order", "reduce only orders must be immediate or cancel"));
      case ORDER_GROUP_UNKNOWN -> Refused.nested(404, Problem.of("not_found"));
      case ORDER_GROUP_TRIGGERED ->
          Refused.nested(400, Problem.of("invalid_order", "order group is triggered"));
      case ORDER_NOT_LIVE -> Refused.notFound();
    };
  }
}
