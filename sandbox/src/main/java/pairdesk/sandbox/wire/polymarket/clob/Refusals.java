package pairdesk.sandbox.wire.polymarket.clob;

import java.util.Optional;
import pairdesk.sandbox.exchange.Lifetime;
import pairdesk.sandbox.exchange.OrderTerms;
import pairdesk.sandbox.exchange.Refusal;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.records.KilledOrder;

/** The exchange's refusals in the venue's words. */
final class Refusals {
  private static final String NOTHING_TO_MATCH =
      "no orders found to match with FAK order. FAK orders are partially filled or killed if no"
          + " match is found.";

  private Refusals() {}

  static String text(Refusal refusal, String orderId, OrderTerms terms) {
    return switch (refusal) {
      case UNKNOWN_MARKET -> "Invalid token id";
      case UNKNOWN_ACCOUNT, INSUFFICIENT_FUNDS -> "not enough balance / allowance";
      case MARKET_NOT_TRADING, SHARD_PAUSED -> "the market is not yet ready to process new orders";
      case PRICE_OFF_GRID ->
          "order %s is invalid. Price (%s) breaks minimum tick size rule"
              .formatted(orderId, terms.price());
      case DUPLICATE_CLIENT_ID, DUPLICATE_ORDER_ID ->
          "order %s is invalid. Duplicated.".formatted(orderId);
      case POST_ONLY_CROSSES -> "invalid post-only order: order crosses book";
      case FILL_OR_KILL_UNFILLED -> KilledOrder.WHY;
      case EXPIRES_IN_THE_PAST -> "invalid expiration";
      case QUANTITY_OFF_LOT,
          REDUCE_ONLY_NOT_IMMEDIATE,
          ORDER_GROUP_UNKNOWN,
          ORDER_GROUP_TRIGGERED,
          ORDER_NOT_LIVE ->
          "Invalid order payload";
    };
  }

  /** Why an order that was to trade at once and met nothing is refused; empty when it may rest. */
  static Optional<HttpRefusal> unmatched(Lifetime lifetime) {
    return switch (lifetime) {
      case Lifetime.ImmediateOrCancel _ -> Optional.of(HttpRefusal.badRequest(NOTHING_TO_MATCH));
      case Lifetime.FillOrKill _ -> Optional.of(HttpRefusal.badRequest(KilledOrder.WHY));
      case Lifetime.GoodTillCancelled _, Lifetime.GoodTillDate _ -> Optional.empty();
    };
  }
}
