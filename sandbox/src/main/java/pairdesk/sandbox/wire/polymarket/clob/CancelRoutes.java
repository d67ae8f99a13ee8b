package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import pairdesk.sandbox.exchange.CancelReason;
import pairdesk.sandbox.exchange.Cancellation;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.auth.ApiKey;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** Cancels: by id, all, or all of one market or token. */
final class CancelRoutes {
  private static final int MOST_IDS = 1_000;

  private final Venue venue;
  private final Access access;
  private final Throttle throttle;

  CancelRoutes(Venue venue, Access access, Throttle throttle) {
    this.venue = venue;
    this.access = access;
    this.throttle = throttle;
  }

  void register(Endpoints endpoints) {
    endpoints.orders(HandlerType.DELETE, "/order", this::one);
    endpoints.orders(HandlerType.DELETE, "/orders", this::several);
    endpoints.orders(HandlerType.DELETE, "/cancel-all", request -> all(request, _ -> true));
    endpoints.orders(HandlerType.DELETE, "/cancel-market-orders", this::market);
  }

  private WireReply one(WireRequest request) {
    ApiKey key = admitted(request);
    String id =
        Json.parse(request.body())
            .map(body -> body.path("orderID"))
            .filter(JsonNode::isTextual)
            .map(JsonNode::textValue)
            .orElseThrow(() -> HttpRefusal.badRequest("Invalid orderID"));
    Map<String, String> headers = throttle.cancel(key.owner(), 1);
    return Replies.json(cancel(key, Set.of(id)), headers);
  }

  private WireReply several(WireRequest request) {
    ApiKey key = admitted(request);
    List<JsonNode> ids =
        Json.parse(request.body())
            .filter(JsonNode::isArray)
            .map(array -> array.valueStream().toList())
            .filter(list -> list.stream().allMatch(JsonNode::isTextual))
            .orElseThrow(() -> HttpRefusal.badRequest("Invalid order payload"));
    if (ids.size() > MOST_IDS) {
      throw HttpRefusal.badRequest(
          "Too many orders in payload, max allowed: %d".formatted(MOST_IDS));
    }
    Map<String, String> headers = throttle.cancel(key.owner(), ids.size());
    return Replies.json(
        cancel(key, new LinkedHashSet<>(ids.stream().map(JsonNode::textValue).toList())), headers);
  }

  private WireReply market(WireRequest request) {
    JsonNode body = Json.parse(request.body()).orElse(Json.object());
    String condition = body.path("market").asText("");
    String asset = body.path("asset_id").asText("");
    if (condition.isEmpty() && asset.isEmpty()) {
      throw HttpRefusal.badRequest("Invalid order payload");
    }
    Optional<Token> token = venue.listings().token(asset);
    return all(
        request,
        order ->
            (condition.isEmpty() || order.terms().market().code().equals(condition))
                && (asset.isEmpty() || token.filter(t -> isOf(order, t)).isPresent()));
  }

  private static boolean isOf(Order order, Token token) {
    return order.terms().market().equals(token.market())
        && order.terms().outcome() == token.outcome();
  }

  private WireReply all(WireRequest request, Predicate<Order> which) {
    ApiKey key = admitted(request);
    Map<String, String> headers = throttle.cancel(key.owner(), 1);
    List<String> cancelled =
        venue
            .trader(key.owner())
            .map(trader ->
                venue.exchange().cancelAll(trader.account(), which, CancelReason.USER).stream()
                    .map(Order::id)
                    .toList())
            .orElse(List.of());
    throttle.chargeCancelled(key.owner(), cancelled.size());
    return Replies.json(answer(cancelled, Json.object()), headers);
  }

  private ObjectNode cancel(ApiKey key, Set<String> ids) {
    var cancelled = new ArrayList<String>();
    ObjectNode refused = Json.object();
    for (String id : ids) {
      switch (cancel(key, id)) {
        case Cancellation.Cancelled _ -> cancelled.add(id);
        case Cancellation.NotLive(var known) -> refused.put(id, reason(known));
      }
    }
    return answer(cancelled, refused);
  }

  private Cancellation cancel(ApiKey key, String id) {
    return venue
        .trader(key.owner())
        .map(Trader::account)
        .map(account -> venue.exchange().cancel(account, id, CancelReason.USER))
        .orElse(new Cancellation.NotLive(Optional.empty()));
  }

  private static String reason(Optional<Order> known) {
    if (known.isEmpty()) {
      return "order not found";
    }
    return known.get().isOpen() ? "order is delayed" : "already canceled or matched";
  }

  private static ObjectNode answer(List<String> cancelled, ObjectNode refused) {
    ObjectNode answer = Json.object();
    answer.set("canceled", Json.texts(cancelled));
    answer.set("not_canceled", refused);
    return answer;
  }

  private ApiKey admitted(WireRequest request) {
    HttpRefusal.check(venue.mode().outage());
    return access.key(request);
  }
}
