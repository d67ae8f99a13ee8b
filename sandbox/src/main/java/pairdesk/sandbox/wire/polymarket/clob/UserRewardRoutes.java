package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import pairdesk.sandbox.catalogue.PolymarketListing;
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

/**
 * What the caller earned by resting orders: nothing, because rewards are paid at midnight and a
 * sandbox does not live that long.
 */
final class UserRewardRoutes {
  private static final int PAGE = 100;

  private final Venue venue;
  private final Access access;
  private final RewardRecords records;

  UserRewardRoutes(Venue venue, Access access, RewardRecords records) {
    this.venue = venue;
    this.access = access;
    this.records = records;
  }

  void register(Endpoints endpoints) {
    endpoints.get("/rewards/user", this::earnings);
    endpoints.get("/rewards/user/total", this::total);
    endpoints.get("/rewards/user/percentages", this::percentages);
    endpoints.get("/rewards/user/markets", this::markets);
  }

  private WireReply earnings(WireRequest request) {
    access.key(request);
    requireDate(request);
    String cursor = Query.text(request, "next_cursor").orElse(Paging.FIRST);
    return Replies.json(Paging.page(List.<JsonNode>of(), cursor, PAGE, earning -> earning));
  }

  private WireReply total(WireRequest request) {
    access.key(request);
    requireDate(request);
    return Replies.json(Json.array());
  }

  private WireReply percentages(WireRequest request) {
    access.key(request);
    return Replies.json(Json.object());
  }

  private WireReply markets(WireRequest request) {
    String wallet = access.key(request).owner().toString();
    List<PolymarketListing> paying =
        venue.listings().markets().stream()
            .filter(market -> Rewards.of(market).isPresent())
            .toList();
    return RewardRoutes.page(request, paying, PAGE, market -> records.unearned(market, wallet));
  }

  private static void requireDate(WireRequest request) {
    if (!Query.text(request, "date").orElse("").matches("\\d{4}-\\d\\d-\\d\\d")) {
      throw HttpRefusal.badRequest("Invalid payload");
    }
  }
}
