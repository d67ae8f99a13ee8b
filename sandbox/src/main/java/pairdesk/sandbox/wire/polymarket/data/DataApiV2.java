package pairdesk.sandbox.wire.polymarket.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import pairdesk.engine.market.Outcome;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** The Data API's second version: names in snake case, an envelope, pages by cursor. */
final class DataApiV2 {
  private static final int USUAL = 100;
  private static final int MOST = 1_000;
  private static final int MOST_CONDITIONS = 20;
  private static final String MARKETS = "condition";

  private final Venue venue;
  private final Wallets wallets;

  DataApiV2(Venue venue, Wallets wallets) {
    this.venue = venue;
    this.wallets = wallets;
  }

  void register(Endpoints endpoints) {
    endpoints.get("/positions", this::positions);
    endpoints.get("/trades", this::trades);
    endpoints.get("/activity", this::activity);
    endpoints.get("/holders", this::holders);
    endpoints.get("/resolutions", this::resolutions);
  }

  private WireReply positions(WireRequest request) {
    String wallet = Wallets.user(request);
    Predicate<Holding> wanted =
        switch (Query.text(request, "status").orElse("OPEN")) {
          case "OPEN" -> h -> h.status() == Holding.Status.OPEN;
          case "REDEEMABLE" -> h -> h.status() == Holding.Status.REDEEMABLE;
          case "REDEEMABLE_LOST" -> h -> h.status() == Holding.Status.REDEEMABLE_LOST;
          case "CLOSED" -> h -> h.status() == Holding.Status.CLOSED;
          case "MERGEABLE" -> Holding::mergeable;
          default -> throw HttpRefusal.badRequest("invalid status");
        };
    return page(
        request,
        wallets
            .holdings(conditions(request), MARKETS)
            .filter(wanted)
            .map(h -> PositionRecordsV2.of(wallet, h))
            .toList());
  }

  private WireReply trades(WireRequest request) {
    String wallet = Wallets.user(request);
    boolean takerOnly = Query.flag(request, "taker_only").orElse(true);
    return page(
        request,
        wallets
            .trades(conditions(request), takerOnly)
            .filter(RowFilter.of(request, MARKETS))
            .map(row -> ActivityRecords.v2(wallet, row))
            .toList());
  }

  private WireReply activity(WireRequest request) {
    String wallet = Wallets.user(request);
    return page(
        request,
        wallets
            .activity(conditions(request))
            .filter(RowFilter.of(request, MARKETS))
            .map(row -> ActivityRecords.v2(wallet, row))
            .toList());
  }

  private WireReply holders(WireRequest request) {
    List<ObjectNode> rows =
        Query.list(conditions(request), MARKETS).stream()
            .flatMap(code -> venue.listings().condition(code).stream())
            .flatMap(market -> DataFigures.holders(venue, List.of(market)).valueStream())
            .flatMap(token -> token.path("holders").valueStream())
            .map(holder ->
                Json.object()
                    .put("proxy_wallet", holder.path("proxyWallet").asText())
                    .put("token_id", holder.path("asset").asText())
                    .put("amount", holder.path("amount").decimalValue())
                    .put("outcome_index", holder.path("outcomeIndex").asInt()))
            .toList();
    return page(request, rows);
  }

  /** What the markets that are asked for answered; those without an answer are left out. */
  private WireReply resolutions(WireRequest request) {
    List<ObjectNode> rows =
        Query.list(conditions(request), MARKETS).stream()
            .flatMap(code -> venue.listings().condition(code).stream())
            .map(market -> venue.state(market.id()))
            .filter(state -> state.value() != null)
            .map(this::resolution)
            .toList();
    return page(request, rows);
  }

  private ObjectNode resolution(MarketState state) {
    ObjectNode json =
        Json.object().put("condition_id", state.spec().id().code()).put("status", "RESOLVED");
    ArrayNode payouts = json.putArray("payouts");
    var yes = state.value();
    for (Outcome outcome : Outcome.values()) {
      if (yes != null) {
        payouts
            .addObject()
            .put("token_id", venue.listings().token(state.spec().id(), outcome).id())
            .put("price", Numbers.price(outcome == Outcome.YES ? yes : yes.complement()));
      }
    }
    return json;
  }

  private static WireRequest conditions(WireRequest request) {
    if (Query.list(request, MARKETS).size() > MOST_CONDITIONS) {
      throw HttpRefusal.badRequest("at most " + MOST_CONDITIONS + " conditions");
    }
    return request;
  }

  private static WireReply page(WireRequest request, List<ObjectNode> all) {
    int limit = Query.number(request, "limit", USUAL);
    if (limit < 1 || limit > MOST) {
      throw HttpRefusal.badRequest("limit must be between 1 and " + MOST);
    }
    int from = Query.text(request, "cursor").map(DataApiV2::decode).orElse(0);
    boolean more = from + limit < all.size();
    ObjectNode answer = Json.object();
    ArrayNode data = answer.putArray("data");
    all.stream().skip(from).limit(limit).forEach(data::add);
    answer
        .putObject("pagination")
        .put("limit", limit)
        .put("offset", from)
        .put("has_more", more)
        .put("next_cursor", more ? encode(from + limit) : null);
    return Replies.json(answer);
  }

  private static String encode(int from) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("{\"offset\":" + from + "}").getBytes(StandardCharsets.UTF_8));
  }

  private static int decode(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return Json.parse(text)
          .map(node -> node.path("offset"))
          .filter(node -> node.isInt() && node.intValue() >= 0)
          .map(node -> node.intValue())
          .orElseThrow(() -> HttpRefusal.badRequest("invalid cursor"));
    } catch (IllegalArgumentException e) {
      throw HttpRefusal.badRequest("invalid cursor");
    }
  }
}
