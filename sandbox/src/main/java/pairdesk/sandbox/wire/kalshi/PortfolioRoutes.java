package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.AccountView;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.Fill;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.exchange.Position;
import pairdesk.sandbox.exchange.Settlement;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;

/** The account as it can be read. */
final class PortfolioRoutes {
  private final Exchange exchange;
  private final Listings listings;
  private final AccountId account;
  private final OrderHistory history;

  PortfolioRoutes(Exchange exchange, Listings listings, AccountId account, OrderHistory history) {
    this.exchange = exchange;
    this.listings = listings;
    this.account = account;
    this.history = history;
  }

  void enter(Gateway gateway) {
    gateway.read("/portfolio/balance", _ -> balance());
    gateway.read("/portfolio/orders", this::orders);
    gateway.read("/portfolio/orders/{id}", 2, this::order);
    gateway.read("/portfolio/orders/{id}/queue_position", this::queuePosition);
    gateway.read("/portfolio/fills", this::fills);
    gateway.read("/portfolio/positions", this::positions);
    gateway.read("/portfolio/settlements", this::settlements);
    gateway.read("/portfolio/summary/total_resting_order_value", _ -> restingValue());
  }

  private WireReply balance() {
    AccountView view = exchange.account(account);
    Usd total = view.cash().values().stream().reduce(Usd.ZERO, Usd::plus);
    ObjectNode body =
        Replies.object()
            .put("balance", Fixed.cents(total))
            .put("balance_dollars", Fixed.balance(total));
    body.set("balance_breakdown", byShard(view.cash()));
    return Replies.json(
        200,
        body.put("portfolio_value", Fixed.cents(value(view)))
            .put("updated_ts", exchange.clock().instant().getEpochSecond()));
  }

  private static ArrayNode byShard(Map<Integer, Usd> amounts) {
    ArrayNode shards = Replies.array();
    amounts.keySet().stream()
        .sorted()
        .forEach(shard ->
            shards.add(
                Replies.object()
                    .put("exchange_index", shard)
                    .put("balance", Fixed.balance(amounts.getOrDefault(shard, Usd.ZERO)))));
    return shards;
  }

  /** Positions at the last price. */
  private Usd value(AccountView view) {
    Usd sum = Usd.ZERO;
    for (Position position : view.positions()) {
      var last = exchange.market(position.market()).map(m -> m.figures().lastPrice()).orElseThrow();
      sum =
          sum.plus(Usd.of(last, position.yes(), Rounding.DOWN))
              .plus(Usd.of(last.complement(), position.no(), Rounding.DOWN));
    }
    return sum;
  }

  private WireReply restingValue() {
    var reserved = exchange.account(account).reserved();
    Usd total = reserved.values().stream().reduce(Usd.ZERO, Usd::plus);
    ObjectNode body = Replies.object().put("total_resting_order_value", Fixed.cents(total));
    body.set("resting_order_value_breakdown", byShard(reserved));
    return Replies.json(200, body);
  }

  private WireReply orders(WireRequest request) {
    Page page = Page.of(request, "GetOrders", 100, 1_000);
    Predicate<Order> status =
        request
            .query("status")
            .map(wanted -> (Predicate<Order>) o -> OrderJson.status(o).equals(wanted))
            .orElse(_ -> true);
    List<Order> found =
        history.orders().stream()
            .filter(o -> concerns(request, o.terms().market().code()))
            .filter(status)
            .filter(o -> within(request, o.createdAt()))
            .toList();
    return Replies.json(200, page.write("orders", found, this::json));
  }

  private JsonNode json(Order order) {
    return OrderJson.listed(order, shard(order.terms().market().code()));
  }

  private int shard(String ticker) {
    return listings.shardOf(ticker).orElse(0);
  }

  private WireReply order(WireRequest request) {
    Order order = history.order(request.pathParam("id")).orElseThrow(Refused::notFound);
    return Replies.json(200, Replies.object().set("order", json(order)));
  }

  private WireReply queuePosition(WireRequest request) {
    Order order =
        exchange
            .order(account, request.pathParam("id"))
            .filter(Order::isOpen)
            .orElseThrow(Refused::notFound);
    String ahead = Fixed.count(exchange.ahead(order));
    return Replies.json(200, Replies.object().put("queue_position_fp", ahead));
  }

  private WireReply fills(WireRequest request) {
    Page page = Page.of(request, "GetFills", 100, 1_000);
    List<Fill> found =
        exchange.fills(account).reversed().stream()
            .filter(f -> concerns(request, f.deal().market().code()))
            .filter(f -> request.query("order_id").map(f.orderId()::equals).orElse(true))
            .filter(f -> within(request, f.at()))
            .toList();
    return Replies.json(
        200, page.write("fills", found, f -> OrderJson.fill(f, shard(f.deal().market().code()))));
  }

  /** By ticker, event and shard as far as the query names them. */
  private boolean concerns(WireRequest request, String ticker) {
    String event = listings.market(ticker).map(l -> l.event().ticker()).orElse("");
    String shard = String.valueOf(shard(ticker));
    return request.query("ticker").map(ticker::equals).orElse(true)
        && request
            .query("event_ticker")
            .map(wanted -> Stream.of(wanted.split(",")).anyMatch(event::equals))
            .orElse(true)
        && request.query("exchange_index").map(shard::equals).orElse(true);
  }

  private static boolean within(WireRequest request, Instant moment) {
    long second = moment.getEpochSecond();
    return request.query("min_ts").map(t -> second >= seconds(t)).orElse(true)
        && request.query("max_ts").map(t -> second <= seconds(t)).orElse(true);
  }

  private static long seconds(String text) {
    if (!text.matches("\\d{1,12}")) {
      throw Refused.parameter("min_ts and max_ts are unix seconds");
    }
    return Long.parseLong(text);
  }

  private WireReply positions(WireRequest request) {
    Page page = Page.of(request, "GetPositions", 100, 1_000);
    boolean heldOnly = request.query("count_filter").map(f -> f.contains("position")).orElse(false);
    List<Position> found =
        exchange.account(account).positions().stream()
            .filter(p -> concerns(request, p.market().code()))
            .filter(p -> !heldOnly || p.signedE6() != 0)
            .toList();
    Instant now = exchange.clock().instant();
    ObjectNode body =
        page.write(
            "market_positions", found, p -> OrderJson.position(p, shard(p.market().code()), now));
    body.set("event_positions", Replies.array());
    return Replies.json(200, body);
  }

  private WireReply settlements(WireRequest request) {
    Page page = Page.of(request, "GetSettlements", 100, 1_000);
    List<Settlement> found =
        exchange.settlements(account).reversed().stream()
            .filter(s -> concerns(request, s.position().market().code()))
            .filter(s -> within(request, s.at()))
            .toList();
    return Replies.json(200, page.write("settlements", found, this::json));
  }

  private JsonNode json(Settlement settlement) {
    String ticker = settlement.position().market().code();
    String event = listings.market(ticker).map(l -> l.event().ticker()).orElse("");
    return OrderJson.settlement(settlement, event, shard(ticker));
  }
}
