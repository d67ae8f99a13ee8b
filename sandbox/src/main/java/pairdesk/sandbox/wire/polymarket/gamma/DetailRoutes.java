package pairdesk.sandbox.wire.polymarket.gamma;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.listing.ListedEvent;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/**
 * Single things about an event or a market. Nobody comments or posts here, and tags stand alone.
 */
final class DetailRoutes {
  private static final List<String> EMPTY =
      List.of(
          "/events/results",
          "/events/creators",
          "/comments/user_address/{address}",
          "/tags/{id}/related-tags",
          "/tags/{id}/related-tags/tags",
          "/tags/slug/{slug}/related-tags",
          "/tags/slug/{slug}/related-tags/tags");

  /** Members of lists that are empty here. */
  private static final List<String> UNKNOWN =
      List.of(
          "/events/creators/{id}",
          "/series/{id}",
          "/series/{id}/comments/count",
          "/series-summary/{id}",
          "/series-summary/slug/{slug}",
          "/teams/{id}",
          "/comments/{id}",
          "/public-profile",
          "/profiles/user_address/{address}");

  private final Venue venue;

  DetailRoutes(Venue venue) {
    this.venue = venue;
  }

  /** Before those of one event or market, which would take these names for its id. */
  void register(Endpoints endpoints) {
    endpoints.get("/status", _ -> new WireReply(200, Map.of("Content-Type", "text/plain"), "OK"));
    for (String path : EMPTY) {
      endpoints.get(path, _ -> Replies.json(Json.array()));
    }
    for (String path : UNKNOWN) {
      endpoints.get(path, DetailRoutes::unknown);
    }
    endpoints.get(
        "/sports/market-types",
        _ -> Replies.json(Json.object().<ObjectNode>set("marketTypes", Json.array())));
    endpoints.get("/events/{id}/tags", r -> Replies.json(TagRecords.of(event(r).event())));
    endpoints.get("/events/{id}/comments/count", r -> none(r, "count"));
    endpoints.get("/events/{id}/tweet-count", r -> none(r, "tweetCount"));
    endpoints.get("/markets/{id}/tags", r -> Replies.json(TagRecords.of(market(r).event())));
    endpoints.get(
        "/markets/{id}/description",
        r -> Replies.json(Json.object().put("description", market(r).texts().description())));
  }

  private static WireReply unknown(WireRequest request) {
    throw Gamma.notFound("id not found");
  }

  private WireReply none(WireRequest request, String name) {
    event(request);
    return Replies.json(Json.object().put(name, 0));
  }

  private ListedEvent event(WireRequest request) {
    return venue.listings().events().stream()
        .filter(event -> event.event().id().equals(request.pathParam("id")))
        .findFirst()
        .orElseThrow(() -> Gamma.notFound("id not found"));
  }

  private PolymarketListing market(WireRequest request) {
    return venue.listings().markets().stream()
        .filter(market -> market.ids().id().equals(request.pathParam("id")))
        .findFirst()
        .orElseThrow(() -> Gamma.notFound("id not found"));
  }
}
