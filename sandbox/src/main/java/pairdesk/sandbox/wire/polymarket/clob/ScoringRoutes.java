package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.listing.Rewards;
import pairdesk.sandbox.wire.polymarket.records.BookImage;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/**
 * Whether resting orders earn liquidity rewards: in a market that pays, large enough, and close
 * enough to the middle of its book.
 */
final class ScoringRoutes {
  private final Venue venue;
  private final Access access;

  ScoringRoutes(Venue venue, Access access) {
    this.venue = venue;
    this.access = access;
  }

  void register(Endpoints endpoints) {
    endpoints.get("/order-scoring", this::one);
    endpoints.get("/orders-scoring", r -> several(r, Query.list(r, "order_ids")));
    endpoints.post("/orders-scoring", r -> several(r, inBody(r)));
  }

  private WireReply one(WireRequest request) {
    Optional<AccountId> account = account(request);
    String id =
        Query.text(request, "order_id")
            .orElseThrow(() -> HttpRefusal.badRequest("Invalid orderID"));
    return Replies.json(Json.object().put("scoring", isScoring(account, id)));
  }

  private WireReply several(WireRequest request, List<String> ids) {
    Optional<AccountId> account = account(request);
    ObjectNode answer = Json.object();
    ids.forEach(id -> answer.put(id, isScoring(account, id)));
    return Replies.json(answer);
  }

  private static List<String> inBody(WireRequest request) {
    return Json.parse(request.body())
        .filter(JsonNode::isArray)
        .orElseThrow(() -> HttpRefusal.badRequest("Invalid payload"))
        .valueStream()
        .map(JsonNode::asText)
        .toList();
  }

  private boolean isScoring(Optional<AccountId> account, String id) {
    return account
        .flatMap(owner -> venue.exchange().order(owner, id))
        .filter(Order::isOpen)
        .filter(this::earns)
        .isPresent();
  }

  private boolean earns(Order order) {
    BookImage book =
        venue.book(venue.listings().token(order.terms().market(), order.terms().outcome()));
    if (Rewards.of(book.token().listing()).isEmpty()
        || book.bids().isEmpty()
        || book.asks().isEmpty()) {
      return false;
    }
    int doubledMiddle = book.bids().getFirst().price().e4() + book.asks().getFirst().price().e4();
    int doubledDistance = Math.abs(2 * order.terms().price().e4() - doubledMiddle);
    return doubledDistance <= 200 * Rewards.MAX_SPREAD_CENTS
        && order.progress().remaining().e6() >= 1_000_000L * Rewards.MIN_SIZE;
  }

  private Optional<AccountId> account(WireRequest request) {
    return venue.trader(access.key(request).owner()).map(Trader::account);
  }
}
