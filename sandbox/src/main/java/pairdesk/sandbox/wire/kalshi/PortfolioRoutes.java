package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.Fill;
import pairdesk.sandbox.exchange.Position;
import pairdesk.sandbox.exchange.Settlement;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;

/** What the account filled, holds and was paid. */
final class PortfolioRoutes {
  private final Exchange exchange;
  private final Listings listings;
  private final AccountId account;

  PortfolioRoutes(Exchange exchange, Listings listings, AccountId account) {
    this.exchange = exchange;
    this.listings = listings;
    this.account = account;
  }

  void enter(Gateway gateway) {
    gateway.read("/portfolio/fills", this::fills);
    gateway.read("/portfolio/positions", this::positions);
    gateway.read("/portfolio/settlements", this::settlements);
  }

  private int shard(String ticker) {
    return listings.shardOf(ticker).orElse(0);
  }

  private String event(String ticker) {
    return listings.market(ticker).map(l -> l.event().ticker()).orElse("");
  }

  private WireReply fills(WireRequest request) {
    Page page = Page.of(request, "GetFills", 100, 1_000);
    var scope = new Scope(request, listings);
    var filters = new Filters(request);
    List<Fill> found =
        exchange.fills(account).reversed().stream()
            .filter(f -> filters.allows("order_id", f.orderId()))
            .filter(f -> scope.covers(f.deal().market().code(), f.at()))
            .toList();
    return Replies.json(
        200, page.write("fills", found, f -> OrderJson.fill(f, shard(f.deal().market().code()))));
  }

  private WireReply positions(WireRequest request) {
    Page page = Page.of(request, "GetPositions", 100, 1_000);
    var scope = new Scope(request, listings);
    List<String> notZero = new Filters(request).list("count_filter");
    List<Position> found =
        exchange.account(account).positions().stream()
            .filter(p -> scope.covers(p.market().code()))
            .filter(p -> !notZero.contains("position") || p.signedE6() != 0)
            .filter(p -> !notZero.contains("total_traded") || !p.figures().traded().isZero())
            .toList();
    Instant now = exchange.clock().instant();
    ObjectNode body =
        page.write(
            "market_positions", found, p -> OrderJson.position(p, shard(p.market().code()), now));
    body.set("event_positions", byEvent(found));
    return Replies.json(200, body);
  }

  private ArrayNode byEvent(List<Position> positions) {
    ArrayNode events = Replies.array();
    new TreeMap<>(positions.stream().collect(Collectors.groupingBy(p -> event(p.market().code()))))
        .forEach((event, held) -> events.add(OrderJson.eventPosition(event, held)));
    return events;
  }

  private WireReply settlements(WireRequest request) {
    Page page = Page.of(request, "GetSettlements", 100, 1_000);
    var scope = new Scope(request, listings);
    List<Settlement> found =
        exchange.settlements(account).reversed().stream()
            .filter(s -> scope.covers(s.position().market().code(), s.at()))
            .toList();
    return Replies.json(200, page.write("settlements", found, this::json));
  }

  private JsonNode json(Settlement settlement) {
    String ticker = settlement.position().market().code();
    return OrderJson.settlement(settlement, event(ticker), shard(ticker));
  }
}
