package pairdesk.sandbox.wire.polymarket.clob;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.exchange.Trade;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Paging;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.records.OrderRecords;
import pairdesk.sandbox.wire.polymarket.records.TradeRecords;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** A trader's own orders and trades. */
final class RecordRoutes {
  private static final int PAGE = 100;
  private static final long LATEST_SECOND = 999_999_999_999L;

  private final Venue venue;
  private final Access access;
  private final OrderRecords orders;
  private final TradeRecords trades;

  RecordRoutes(Venue venue, Access access, OrderRecords orders, TradeRecords trades) {
    this.venue = venue;
    this.access = access;
    this.orders = orders;
    this.trades = trades;
  }

  void register(Endpoints endpoints) {
    endpoints.get("/data/order/{id}", this::order);
    endpoints.get("/data/orders", this::openOrders);
    endpoints.get("/data/trades", this::trades);
    endpoints.get("/data/pre-migration-orders", this::preMigration);
  }

  private WireReply order(WireRequest request) {
    String id = request.pathParam("id");
    Order order =
        account(request)
            .flatMap(account -> venue.exchange().order(account, id))
            .orElseThrow(() -> HttpRefusal.notFound("Order not found"));
    return Replies.json(orders.rest(order));
  }

  private WireReply openOrders(WireRequest request) {
    Optional<AccountId> account = account(request);
    Predicate<Order> wanted =
        matching(request, "id", Order::id)
            .and(matching(request, "market", o -> o.terms().market().code()))
            .and(matching(request, "asset_id", this::asset))
            .and(Order::isOpen);
    List<Order> open =
        account
            .map(id -> venue.exchange().orders(id).reversed().stream().filter(wanted).toList())
            .orElse(List.of());
    return Replies.json(Paging.page(open, cursor(request), PAGE, orders::rest));
  }

  /** Orders left over from the venue's first contracts: there are none. */
  private WireReply preMigration(WireRequest request) {
    access.key(request);
    return Replies.json(Paging.page(List.<Order>of(), cursor(request), PAGE, orders::rest));
  }

  private WireReply trades(WireRequest request) {
    Optional<AccountId> account = account(request);
    Predicate<Trade> wanted =
        matching(request, "id", (Trade t) -> TradeRecords.id(t.id()))
            .and(matching(request, "market", t -> t.market().code()))
            .and(matching(request, "asset_id", this::asset))
            .and(trade -> madeBy(request, trade))
            .and(withinTimes(request));
    List<Trade> own =
        account
            .map(id -> venue.exchange().trades(id).reversed().stream().filter(wanted).toList())
            .orElse(List.of());
    return Replies.json(
        Paging.page(
            own, cursor(request), PAGE, trade -> trades.rest(trade, account.orElseThrow())));
  }

  /** Whether the wallet that the request names, if any, took part. */
  private boolean madeBy(WireRequest request, Trade trade) {
    Optional<String> wallet = Query.text(request, "maker_address");
    return wallet.isEmpty() || trades.concerns(trade, wallet.get());
  }

  static Predicate<Trade> withinTimes(WireRequest request) {
    long after = Query.seconds(request, "after", 0);
    long before = Query.seconds(request, "before", LATEST_SECOND);
    return trade -> {
      long at = trade.at().getEpochSecond();
      return at >= after && at <= before;
    };
  }

  private Optional<AccountId> account(WireRequest request) {
    return venue.trader(access.key(request).owner()).map(Trader::account);
  }

  private String asset(Order order) {
    return token(order.terms().market(), order.terms().outcome());
  }

  private String asset(Trade trade) {
    return token(trade.market(), trade.taker().deal().outcome());
  }

  private String token(MarketId market, Outcome outcome) {
    return venue.listings().token(market, outcome).id();
  }

  static <T> Predicate<T> matching(
      WireRequest request, String parameter, Function<T, String> value) {
    Optional<String> wanted = Query.text(request, parameter);
    return element -> wanted.isEmpty() || wanted.get().equalsIgnoreCase(value.apply(element));
  }

  private static String cursor(WireRequest request) {
    return Query.text(request, "next_cursor").orElse(Paging.FIRST);
  }
}
