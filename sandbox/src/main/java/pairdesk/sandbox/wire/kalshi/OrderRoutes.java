package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.Optional;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Amendment;
import pairdesk.sandbox.exchange.CancelReason;
import pairdesk.sandbox.exchange.Cancellation.Cancelled;
import pairdesk.sandbox.exchange.Cancellation.NotLive;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.exchange.OrderIds;
import pairdesk.sandbox.exchange.Placement;
import pairdesk.sandbox.exchange.Placement.Placed;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.kalshi.Replies.Problem;

/** Everything that changes orders. Mutations live under {@code /portfolio/events/orders} alone. */
final class OrderRoutes {
  private static final String ORDERS = "/portfolio/events/orders";
  private static final int CREATE_COST = 10;
  private static final int CANCEL_COST = 2;

  private final Exchange exchange;
  private final Listings listings;
  private final AccountId account;

  OrderRoutes(Exchange exchange, Listings listings, AccountId account) {
    this.exchange = exchange;
    this.listings = listings;
    this.account = account;
  }

  void enter(Gateway gateway) {
    gateway.write(HandlerType.POST, ORDERS, this::create);
    gateway.write(
        HandlerType.POST, ORDERS + "/batched", r -> items(r) * CREATE_COST, this::createAll);
    gateway.write(
        HandlerType.DELETE, ORDERS + "/batched", r -> items(r) * CANCEL_COST, this::cancelEach);
    gateway.write(HandlerType.DELETE, ORDERS + "/{id}", _ -> CANCEL_COST, this::cancel);
    gateway.write(HandlerType.DELETE, ORDERS, _ -> CANCEL_COST, _ -> cancelAll());
    gateway.write(HandlerType.POST, ORDERS + "/{id}/amend", this::amend);
    gateway.write(HandlerType.POST, ORDERS + "/{id}/decrease", this::decrease);
    legacy(gateway);
  }

  private static void legacy(Gateway gateway) {
    var gone =
        Replies.nested(
            410,
            new Problem("deprecated_v1_order_endpoint", "Please switch to the V2 endpoints", null));
    gateway.write(HandlerType.POST, "/portfolio/orders", _ -> gone);
    gateway.write(HandlerType.POST, "/portfolio/orders/batched", _ -> gone);
    gateway.write(HandlerType.DELETE, "/portfolio/orders/batched", _ -> gone);
    gateway.write(HandlerType.DELETE, "/portfolio/orders/{id}", _ -> gone);
    gateway.write(HandlerType.POST, "/portfolio/orders/{id}/amend", _ -> gone);
    gateway.write(HandlerType.POST, "/portfolio/orders/{id}/decrease", _ -> gone);
  }

  /** How many orders a batch names; one that cannot be read costs like a single one. */
  private static int items(WireRequest request) {
    try {
      return Math.max(1, Replies.JSON.readTree(request.body()).path("orders").size());
    } catch (JsonProcessingException _) {
      return 1;
    }
  }

  private WireReply create(WireRequest request) {
    return Replies.json(201, create(Body.of(request, CreateOrder.STRUCT)));
  }

  private ObjectNode create(Body body) {
    CreateOrder order = CreateOrder.read(body, listings);
    return placed(exchange.place(account, OrderIds.client(order.clientId()), order.terms()));
  }

  private ObjectNode placed(Placement placement) {
    return switch (placement) {
      case Placed placed -> Answers.placed(placed, exchange.clock().instant());
      case Placement.Refused(var reason) -> throw Answers.refused(reason);
    };
  }

  private WireReply createAll(WireRequest request) {
    ArrayNode rows = Replies.array();
    for (Body item : Body.of(request, "Batch").list("orders", CreateOrder.STRUCT)) {
      rows.add(row(item));
    }
    return Replies.json(201, Replies.object().set("orders", rows));
  }

  private ObjectNode row(Body item) {
    try {
      return create(item);
    } catch (Refused e) {
      ObjectNode row = Replies.object();
      row.put("client_order_id", item.node().path("client_order_id").asText(""));
      return row.set("error", e.problem().json());
    }
  }

  private WireReply cancel(WireRequest request) {
    Optional<String> ticker = request.query("market_ticker");
    Optional<String> shard = request.query("exchange_index");
    return Replies.json(200, cancel(request.pathParam("id"), ticker, shard));
  }

  /** An order's id alone does not say where it is: without a hint shard 0 is asked. */
  private ObjectNode cancel(String id, Optional<String> ticker, Optional<String> shard) {
    Order order = routed(id, ticker, shard);
    return switch (exchange.cancel(account, order.id(), CancelReason.USER)) {
      case Cancelled(var cancelled, var reducedBy) ->
          Answers.named(cancelled)
              .put("reduced_by", Fixed.count(reducedBy))
              .put("ts_ms", exchange.clock().instant().toEpochMilli());
      case NotLive _ -> throw Refused.notFound();
    };
  }

  private Order routed(String id, Optional<String> ticker, Optional<String> shard) {
    Order order = exchange.order(account, id).filter(Order::isOpen).orElseThrow(Refused::notFound);
    int where = listings.shardOf(order.terms().market().code()).orElse(0);
    int asked =
        ticker
            .map(t -> listings.shardOf(t).orElseThrow(Refused::notFound))
            .or(() -> shard.filter(s -> s.matches("\\d{1,2}")).map(Integer::valueOf))
            .orElse(0);
    if (asked != where) {
      throw Refused.notFound();
    }
    return order;
  }

  private WireReply cancelAll() {
    exchange.cancelAll(account, _ -> true, CancelReason.USER);
    return WireReply.empty(204);
  }

  private WireReply cancelEach(WireRequest request) {
    ArrayNode rows = Replies.array();
    for (Body item : Body.of(request, "Batch").list("orders", "CancelOrder")) {
      rows.add(cancelRow(item));
    }
    return Replies.json(200, Replies.object().set("orders", rows));
  }

  private ObjectNode cancelRow(Body item) {
    String id = item.node().path("order_id").asText("");
    try {
      return cancel(
          item.required("order_id"),
          item.text("market_ticker"),
          item.number("exchange_index").map(String::valueOf));
    } catch (Refused e) {
      ObjectNode row = Replies.object().put("order_id", id).put("reduced_by", "0.00");
      return row.set("error", e.problem().json());
    }
  }

  private WireReply amend(WireRequest request) {
    Body body = Body.of(request, "AmendOrderV2Request");
    Quantity count = body.count("count");
    Price price = body.price("price");
    String side = CreateOrder.side(body);
    String ticker = body.required("ticker");
    Order order = routed(request.pathParam("id"), Optional.of(ticker), Optional.empty());
    if (!order.terms().market().code().equals(ticker)) {
      throw Refused.nested(400, Problem.of("order_ticker_mismatch"));
    }
    if (!Sides.book(order.terms()).equals(side)) {
      throw Refused.nested(400, Problem.of("order_side_mismatch"));
    }
    Price own = side.equals(Sides.BID) ? price : price.complement();
    String clientId = body.text("updated_client_order_id").orElse(order.clientId());
    Placement amended = exchange.amend(account, order.id(), new Amendment(clientId, own, count));
    return Replies.json(200, placed(amended));
  }

  private WireReply decrease(WireRequest request) {
    Body body = Body.of(request, "DecreaseOrderV2Request");
    Order order =
        routed(
            request.pathParam("id"),
            body.text("market_ticker"),
            body.number("exchange_index").map(String::valueOf));
    boolean by = body.text("reduce_by").isPresent();
    if (by == body.text("reduce_to").isPresent()) {
      throw Refused.parameter("exactly one of reduce_by and reduce_to is wanted");
    }
    Quantity rests = order.progress().remaining();
    Quantity left = by ? rests.minusOrZero(body.count("reduce_by")) : body.count("reduce_to");
    ObjectNode reply = placed(exchange.decrease(account, order.id(), left));
    reply.remove("fill_count");
    return Replies.json(200, reply);
  }
}
