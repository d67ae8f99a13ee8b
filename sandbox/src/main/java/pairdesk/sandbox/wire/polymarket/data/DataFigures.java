package pairdesk.sandbox.wire.polymarket.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** Sums over wallets and markets. Of the holders only the traders are known by name. */
final class DataFigures {
  private final Venue venue;
  private final Wallets wallets;

  DataFigures(Venue venue, Wallets wallets) {
    this.venue = venue;
    this.wallets = wallets;
  }

  void register(Endpoints endpoints) {
    endpoints.get("/value", this::value);
    endpoints.get("/traded", this::traded);
    endpoints.get("/oi", this::openInterest);
    endpoints.get("/holders", r -> Replies.json(holders(venue, markets(r, "market"))));
    endpoints.get("/live-volume", this::liveVolume);
    endpoints.get("/v1/positions/combos", _ -> noCombos("combos"));
    endpoints.get("/v1/activity/combos", _ -> noCombos("activity"));
    endpoints.get("/other", _ -> Replies.json(Json.array()));
    endpoints.get("/revisions", _ -> Replies.json(Json.array()));
  }

  private WireReply value(WireRequest request) {
    Usd value = wallets.holdings(request, "market").map(Holding::value).reduce(Usd.ZERO, Usd::plus);
    ArrayNode answer = Json.array();
    answer.addObject().put("user", Wallets.user(request)).put("value", Numbers.dollars(value));
    return Replies.json(answer);
  }

  private WireReply traded(WireRequest request) {
    long markets =
        wallets.holdings(request, "market").map(h -> h.token().market()).distinct().count();
    return Replies.json(Json.object().put("user", Wallets.user(request)).put("traded", markets));
  }

  /** The sandbox lists no combinations. */
  private static WireReply noCombos(String name) {
    ObjectNode answer = Json.object();
    answer.putArray(name);
    answer
        .putObject("pagination")
        .put("limit", 0)
        .put("offset", 0)
        .put("has_more", false)
        .putNull("next_cursor");
    return Replies.json(answer);
  }

  private WireReply openInterest(WireRequest request) {
    ArrayNode answer = Json.array();
    for (PolymarketListing market : markets(request, "market")) {
      answer
          .addObject()
          .put("market", market.ids().condition())
          .put("value", Numbers.shares(state(market).figures().openInterest()));
    }
    return Replies.json(answer);
  }

  static ArrayNode holders(Venue venue, List<PolymarketListing> markets) {
    ArrayNode answer = Json.array();
    for (PolymarketListing market : markets) {
      for (Outcome outcome : Outcome.values()) {
        ObjectNode token = answer.addObject().put("token", market.token(outcome));
        ArrayNode holders = token.putArray("holders");
        for (Trader trader : venue.traders()) {
          holder(venue, trader, market, outcome).ifPresent(holders::add);
        }
      }
    }
    return answer;
  }

  private static Optional<ObjectNode> holder(
      Venue venue, Trader trader, PolymarketListing market, Outcome outcome) {
    Quantity held = venue.exchange().position(trader.account(), market.id()).of(outcome);
    return held.isZero()
        ? Optional.empty()
        : Optional.of(
            Json.object()
                .put("proxyWallet", trader.funder().hex())
                .put("bio", "")
                .put("asset", market.token(outcome))
                .put("pseudonym", "")
                .put("amount", Numbers.shares(held))
                .put("displayUsernamePublic", false)
                .put("outcomeIndex", outcome == Outcome.YES ? 0 : 1)
                .put("name", "")
                .put("profileImage", "")
                .put("profileImageOptimized", ""));
  }

  private WireReply liveVolume(WireRequest request) {
    String event =
        Query.text(request, "id")
            .orElseThrow(() -> HttpRefusal.badRequest("required query param 'id' not provided"));
    Quantity total = Quantity.ZERO;
    ArrayNode markets = Json.array();
    for (PolymarketListing market : venue.listings().markets()) {
      if (market.event().id().equals(event)) {
        Quantity volume = state(market).figures().volume();
        total = total.plus(volume);
        markets
            .addObject()
            .put("market", market.ids().condition())
            .put("value", Numbers.shares(volume));
      }
    }
    ArrayNode answer = Json.array();
    answer.addObject().put("total", Numbers.shares(total)).set("markets", markets);
    return Replies.json(answer);
  }

  /** Those that the request names; unknown ones are passed over. */
  List<PolymarketListing> markets(WireRequest request, String parameter) {
    Stream<String> conditions = Query.list(request, parameter).stream();
    return conditions.flatMap(code -> venue.listings().condition(code).stream()).toList();
  }

  private MarketState state(PolymarketListing market) {
    return venue.state(market.id());
  }
}
