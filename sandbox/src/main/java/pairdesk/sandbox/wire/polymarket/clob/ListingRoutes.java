package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.wire.WireHandler;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Paging;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.listing.Rewards;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** Markets and their rewards, paged. */
final class ListingRoutes {
  private static final int MARKETS_A_PAGE = 1_000;

  private final Venue venue;
  private final ListingRecords records;

  ListingRoutes(Venue venue) {
    this.venue = venue;
    this.records = new ListingRecords(venue);
  }

  void register(Endpoints endpoints) {
    List<PolymarketListing> all = venue.listings().markets();
    List<PolymarketListing> rewarded =
        all.stream().filter(market -> Rewards.of(market).isPresent()).toList();
    endpoints.get("/markets", pages(all, records::full, MARKETS_A_PAGE));
    endpoints.get("/sampling-markets", pages(rewarded, records::full, MARKETS_A_PAGE));
    endpoints.get("/simplified-markets", pages(all, records::simplified, MARKETS_A_PAGE));
    endpoints.get(
        "/sampling-simplified-markets", pages(rewarded, records::simplified, MARKETS_A_PAGE));
    endpoints.get("/markets/{condition}", c -> Replies.json(records.full(market(c))));
    endpoints.get("/clob-markets/{condition}", c -> Replies.json(records.compact(market(c))));
    endpoints.get("/markets-by-token/{token}", this::byToken);
  }

  private static WireHandler pages(
      List<PolymarketListing> chosen, Function<PolymarketListing, ObjectNode> toJson, int limit) {
    return request ->
        Replies.json(
            Paging.page(
                chosen, Query.text(request, "next_cursor").orElse(Paging.FIRST), limit, toJson));
  }

  private WireReply byToken(WireRequest request) {
    PolymarketListing market =
        venue
            .listings()
            .token(request.pathParam("token"))
            .orElseThrow(() -> HttpRefusal.notFound("market not found"))
            .listing();
    return Replies.json(
        Json.object()
            .put("condition_id", market.ids().condition())
            .put("primary_token_id", market.ids().yesToken())
            .put("secondary_token_id", market.ids().noToken()));
  }

  private PolymarketListing market(WireRequest request) {
    return venue
        .listings()
        .condition(request.pathParam("condition"))
        .orElseThrow(() -> HttpRefusal.notFound("market not found"));
  }
}
