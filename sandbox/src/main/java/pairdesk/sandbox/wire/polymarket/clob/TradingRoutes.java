package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.auth.ApiKey;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** New orders, one or up to fifteen at a time. */
final class TradingRoutes {
  private static final int MOST_ORDERS = 15;

  private final Venue venue;
  private final Access access;
  private final Throttle throttle;
  private final OrderIntake intake;

  TradingRoutes(Venue venue, Access access, Throttle throttle, OrderIntake intake) {
    this.venue = venue;
    this.access = access;
    this.throttle = throttle;
    this.intake = intake;
  }

  void register(Endpoints endpoints) {
    endpoints.orders(HandlerType.POST, "/order", this::one);
    endpoints.orders(HandlerType.POST, "/orders", this::several);
  }

  private WireReply one(WireRequest request) {
    ApiKey key = admitted(request);
    JsonNode body = Json.parse(request.body()).orElseThrow(TradingRoutes::malformed);
    Map<String, String> headers = throttle.order(key.owner(), 1);
    return Replies.json(intake.take(key, body), headers);
  }

  private WireReply several(WireRequest request) {
    ApiKey key = admitted(request);
    List<JsonNode> orders =
        Json.parse(request.body())
            .filter(JsonNode::isArray)
            .map(array -> array.valueStream().toList())
            .filter(list -> !list.isEmpty())
            .orElseThrow(TradingRoutes::malformed);
    if (orders.size() > MOST_ORDERS) {
      throw HttpRefusal.badRequest(
          "Too many orders in payload: %d, max allowed: %d".formatted(orders.size(), MOST_ORDERS));
    }
    Map<String, String> headers = throttle.order(key.owner(), orders.size());
    ArrayNode answers = Json.array();
    orders.forEach(order -> answers.add(answer(key, order)));
    return Replies.json(answers, headers);
  }

  private ObjectNode answer(ApiKey key, JsonNode order) {
    try {
      return intake.take(key, order);
    } catch (HttpRefusal refusal) {
      return leg(refusal);
    }
  }

  /** A refused order of a batch; only the post-only mode calls this a success. */
  private static ObjectNode leg(HttpRefusal refusal) {
    ObjectNode answer =
        Json.object()
            .put("success", refusal.body().has("code"))
            .put("errorMsg", refusal.body().path("error").asText())
            .put("orderID", "")
            .put("status", "")
            .put("makingAmount", "")
            .put("takingAmount", "");
    answer.putArray("transactionsHashes");
    answer.putArray("tradeIDs");
    return answer;
  }

  private ApiKey admitted(WireRequest request) {
    HttpRefusal.check(venue.mode().outage());
    return access.key(request);
  }

  private static HttpRefusal malformed() {
    return HttpRefusal.badRequest("Invalid order payload");
  }
}
