package pairdesk.sandbox.wire.polymarket.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.exchange.CancelReason;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.exchange.OrderTerms;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.listing.Listings;
import pairdesk.sandbox.wire.polymarket.listing.Token;

/** A trader's own orders as the venue tells them. */
public final class OrderRecords {
  private final Listings listings;
  private final Origins origins;

  /** What a message of the user channel reports about an order. */
  public enum Change {
    PLACEMENT,
    UPDATE,
    CANCELLATION
  }

  public OrderRecords(Listings listings, Origins origins) {
    this.listings = listings;
    this.origins = origins;
  }

  /** As {@code GET /data/order} answers. */
  public ObjectNode rest(Order order) {
    Origins.Origin origin = origins.of(order.id());
    ObjectNode json =
        Json.object()
            .put("id", order.id())
            .put("status", status(order))
            .put("owner", origin.owner())
            .put("maker_address", origin.maker().toString())
            .put("market", order.terms().market().code());
    Json.join(json, wanted(order)).put("order_type", origin.type());
    json.set("associate_trades", TradeRecords.ids(order.progress().tradeIds()));
    return json.put("created_at", order.createdAt().getEpochSecond());
  }

  /** As the user channel tells. */
  public ObjectNode frame(Order order, Change change) {
    Origins.Origin origin = origins.of(order.id());
    ObjectNode json =
        Json.object()
            .put("event_type", "order")
            .put("id", order.id())
            .put("owner", origin.owner())
            .put("order_owner", origin.owner())
            .put("market", order.terms().market().code());
    Json.join(json, wanted(order));
    if (order.progress().tradeIds().isEmpty()) {
      json.putNull("associate_trades");
    } else {
      json.set("associate_trades", TradeRecords.ids(order.progress().tradeIds()));
    }
    return json.put("type", change.name())
        .put("created_at", Long.toString(order.createdAt().getEpochSecond()))
        .put("order_type", origin.type())
        .put("status", status(order))
        .put("maker_address", origin.maker().toString())
        .put("timestamp", Long.toString(order.updatedAt().toEpochMilli()));
  }

  /** As recorded: without a matched size, an outcome and a moment of creation. */
  public ObjectNode frame(KilledOrder killed) {
    OrderTerms terms = killed.terms();
    ObjectNode json =
        Json.object()
            .put("id", killed.id())
            .put("owner", killed.origin().owner())
            .put("market", terms.market().code())
            .put("asset_id", listings.token(terms.market(), terms.outcome()).id())
            .put("side", terms.side().name())
            .put("order_owner", killed.origin().owner())
            .put("original_size", terms.quantity().toString())
            .put("size_matched", "")
            .put("price", BookImage.price(terms.price()));
    json.putArray("associate_trades");
    return json.put("outcome", "")
        .put("type", Change.CANCELLATION.name())
        .put("created_at", "")
        .put("expiration", "0")
        .put("order_type", killed.origin().type())
        .put("status", "CANCELED_" + KilledOrder.WHY)
        .put("maker_address", killed.origin().maker().hex())
        .put("timestamp", Long.toString(killed.at().toEpochMilli()))
        .put("event_type", "order");
  }

  public static String status(Order order) {
    return switch (order.progress().status()) {
      case OPEN -> "LIVE";
      case FILLED -> "MATCHED";
      case CANCELLED ->
          order.progress().reason() == CancelReason.RESOLVED
              ? "CANCELED_MARKET_RESOLVED"
              : "CANCELED";
    };
  }

  private ObjectNode wanted(Order order) {
    OrderTerms terms = order.terms();
    Token token = listings.token(terms.market(), terms.outcome());
    Quantity matched = order.progress().filled();
    return Json.object()
        .put("asset_id", token.id())
        .put("side", terms.side().name())
        .put("original_size", terms.quantity().toString())
        .put("size_matched", matched.toString())
        .put("price", BookImage.price(terms.price()))
        .put("outcome", token.label())
        .put("expiration", Long.toString(origins.of(order.id()).expiration()));
  }
}
