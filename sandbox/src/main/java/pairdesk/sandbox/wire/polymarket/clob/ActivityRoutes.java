package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.Deal;
import pairdesk.sandbox.exchange.Trade;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.records.BookImage;
import pairdesk.sandbox.wire.polymarket.records.Origins;
import pairdesk.sandbox.wire.polymarket.records.TradeRecords;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** {@code /markets/live-activity}: a market's latest trades, newest first, told to anybody. */
final class ActivityRoutes {
  private static final int MOST = 100;

  private final Venue venue;
  private final Origins origins;

  ActivityRoutes(Venue venue, Origins origins) {
    this.venue = venue;
    this.origins = origins;
  }

  void register(Endpoints endpoints) {
    endpoints.get("/markets/live-activity/{condition}", this::trades);
    endpoints.post("/markets/live-activity", this::markets);
  }

  /** What a small display needs of each; unknown ones are passed over. */
  private WireReply markets(WireRequest request) {
    ArrayNode answer = Json.array();
    Json.parse(request.body())
        .filter(JsonNode::isArray)
        .orElseThrow(() -> HttpRefusal.badRequest("Invalid payload"))
        .valueStream()
        .flatMap(condition -> venue.listings().condition(condition.asText()).stream())
        .forEach(market -> answer.add(brief(market)));
    return Replies.json(answer);
  }

  private static ObjectNode brief(PolymarketListing market) {
    ObjectNode json =
        Json.object()
            .put("condition_id", market.ids().condition())
            .put("id", Long.parseLong(market.ids().id()))
            .put("question", market.texts().question())
            .put("market_slug", market.texts().slug())
            .put("event_slug", market.event().slug())
            .put("series_slug", "")
            .put("icon", "")
            .put("image", "");
    return json.set("tags", Json.texts(market.event().tags()));
  }

  private WireReply trades(WireRequest request) {
    PolymarketListing market =
        venue
            .listings()
            .condition(request.pathParam("condition"))
            .orElseThrow(() -> HttpRefusal.notFound("market not found"));
    ArrayNode answer = Json.array();
    venue.exchange().trades(market.id()).reversed().stream()
        .limit(MOST)
        .forEach(trade -> answer.add(activity(trade)));
    return Replies.json(answer);
  }

  private ObjectNode activity(Trade trade) {
    Deal deal = trade.taker().deal();
    Token token = venue.listings().token(deal.market(), deal.outcome());
    ObjectNode json = Json.object().put("event_type", "trade");
    json.putObject("market")
        .put("condition_id", token.market().code())
        .put("asset_id", token.id())
        .put("question", token.listing().texts().question())
        .put("icon", "")
        .put("slug", token.listing().texts().slug());
    json.putObject("user")
        .put("address", origins.of(trade.taker().orderId()).maker().toString())
        .put("username", "")
        .put("profile_picture", "")
        .put("optimized_profile_picture", "")
        .put("pseudonym", "");
    return json.put("side", deal.side().name())
        .put("size", deal.quantity().toString())
        .put("fee_rate_bps", "0")
        .put("price", BookImage.price(deal.price()))
        .put("outcome", token.label())
        .put("outcome_index", token.index())
        .put("transaction_hash", TradeRecords.plannedTransaction(trade))
        .put("timestamp", Long.toString(trade.at().getEpochSecond()));
  }
}
