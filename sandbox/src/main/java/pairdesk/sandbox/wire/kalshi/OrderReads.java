package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;

/** The account's orders as they can be read, a little late, and their places in the queues. */
final class OrderReads {
  private final Exchange exchange;
  private final Listings listings;
  private final AccountId account;
  private final OrderHistory history;

  OrderReads(Exchange exchange, Listings listings, AccountId account, OrderHistory history) {
    this.exchange = exchange;
    this.listings = listings;
    this.account = account;
    this.history = history;
  }

  void enter(Gateway gateway) {
    gateway.read("/portfolio/orders", this::orders);
    gateway.read("/portfolio/orders/queue_positions", this::queuePositions);
    gateway.read("/portfolio/orders/{id}", 2, this::order);
    gateway.read("/portfolio/orders/{id}/queue_position", this::queuePosition);
  }

  private WireReply orders(WireRequest request) {
    Page page = Page.of(request, "GetOrders", 100, 1_000);
    var scope = new Scope(request, listings);
    var filters = new Filters(request);
    List<Order> found =
        history.orders().stream()
            .filter(o -> filters.allows("status", OrderJson.status(o)))
            .filter(o -> scope.covers(ticker(o), o.createdAt()))
            .toList();
    return Replies.json(200, page.write("orders", found, this::json));
  }

  private static String ticker(Order order) {
    return order.terms().market().code();
  }

  private JsonNode json(Order order) {
    return OrderJson.listed(order, listings.shardOf(ticker(order)).orElse(0));
  }

  private WireReply order(WireRequest request) {
    Order order = history.order(request.pathParam("id")).orElseThrow(Refused::notFound);
    return Replies.json(200, Replies.object().set("order", json(order)));
  }

  private WireReply queuePosition(WireRequest request) {
    Order order =
        exchange
            .order(account, request.pathParam("id"))
            .filter(Order::isOpen)
            .orElseThrow(Refused::notFound);
    return Replies.json(200, Replies.object().put("queue_position_fp", ahead(order)));
  }

  private String ahead(Order order) {
    return Fixed.count(exchange.ahead(order));
  }

  private WireReply queuePositions(WireRequest request) {
    var filters = new Filters(request);
    var scope = new Scope(request, listings);
    ArrayNode positions = Replies.array();
    exchange.orders(account).stream()
        .filter(Order::isOpen)
        .filter(o -> filters.allowsIn("market_tickers", ticker(o)) && scope.covers(ticker(o)))
        .forEach(o ->
            positions.add(
                Replies.object()
                    .put("order_id", o.id())
                    .put("market_ticker", ticker(o))
                    .put("queue_position_fp", ahead(o))));
    return Replies.json(200, Replies.object().set("queue_positions", positions));
  }
}
