package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
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

/** Which markets pay for liquidity, and what makers got back of the fees, told to anybody. */
final class RewardRoutes {
  private static final int CURRENT_PAGE = 500;
  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 500;

  private final Venue venue;
  private final RewardRecords records;

  RewardRoutes(Venue venue, RewardRecords records) {
    this.venue = venue;
    this.records = records;
  }

  void register(Endpoints endpoints) {
    endpoints.get(
        "/rewards/markets/current", r -> page(r, paying(), CURRENT_PAGE, records::current));
    endpoints.get("/rewards/markets/multi", this::search);
    endpoints.get("/rewards/markets/{condition}", this::market);
    endpoints.get("/rebates/current", RewardRoutes::rebates);
  }

  private List<PolymarketListing> paying() {
    return venue.listings().markets().stream()
        .filter(market -> Rewards.of(market).isPresent())
        .toList();
  }

  private WireReply market(WireRequest request) {
    String condition = request.pathParam("condition");
    List<PolymarketListing> found =
        paying().stream().filter(m -> m.ids().condition().equals(condition)).toList();
    return page(request, found, PAGE, records::full);
  }

  private WireReply search(WireRequest request) {
    Predicate<PolymarketListing> wanted =
        (PolymarketListing m) -> holds(m.texts().question(), Query.text(request, "q").orElse(""));
    List<PolymarketListing> found =
        paying().stream()
            .filter(wanted.and(m -> isOfEvent(m, Query.text(request, "event_id").orElse(""))))
            .sorted(order(request))
            .toList();
    int limit = Math.clamp(Query.number(request, "page_size", PAGE), 1, LARGEST_PAGE);
    return page(request, found, limit, records::figures);
  }

  private Comparator<PolymarketListing> order(WireRequest request) {
    Comparator<PolymarketListing> ascending =
        switch (Query.text(request, "order_by").orElse("market_id")) {
          case "rate_per_day" -> Comparator.comparingInt(RewardRecords::daily);
          case "volume_24hr" -> Comparator.comparing(records::volume);
          case "spread" -> Comparator.comparing(records::spread);
          case "question" -> Comparator.comparing(m -> m.texts().question());
          case "created_at", "start_date" -> Comparator.comparing(m -> m.times().created());
          case "end_date", "reward_end_date" -> Comparator.comparing(m -> m.times().end());
          case "market_id" -> Comparator.comparingLong(m -> Long.parseLong(m.ids().id()));
          case "competitiveness", "max_spread", "min_size", "one_day_price_change", "price" ->
              Comparator.comparingInt(_ -> 0);
          default -> throw HttpRefusal.badRequest("Invalid payload");
        };
    return Query.text(request, "position").orElse("ASC").equals("DESC")
        ? ascending.reversed()
        : ascending;
  }

  private static boolean isOfEvent(PolymarketListing market, String event) {
    return event.isEmpty() || market.event().id().equals(event);
  }

  private static boolean holds(String text, String words) {
    return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }

  /** Rebates are paid at midnight; a sandbox does not live that long. */
  private static WireReply rebates(WireRequest request) {
    boolean complete =
        Query.text(request, "date").filter(date -> date.matches("\\d{4}-\\d\\d-\\d\\d")).isPresent()
            && Query.text(request, "maker_address").isPresent();
    if (!complete) {
      throw HttpRefusal.badRequest("Invalid payload");
    }
    return Replies.json(Json.array());
  }

  static WireReply page(
      WireRequest request,
      List<PolymarketListing> all,
      int limit,
      Function<PolymarketListing, ObjectNode> toJson) {
    return Replies.json(
        Paging.page(all, Query.text(request, "next_cursor").orElse(Paging.FIRST), limit, toJson));
  }
}
