package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.catalogue.KalshiEvent;
import pairdesk.sandbox.catalogue.KalshiListing;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.BookView;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.exchange.ExchangeEvent.Filled;
import pairdesk.sandbox.exchange.ExchangeEvent.GroupChanged;
import pairdesk.sandbox.exchange.ExchangeEvent.LevelChanged;
import pairdesk.sandbox.exchange.ExchangeEvent.MarketChange;
import pairdesk.sandbox.exchange.ExchangeEvent.MarketChanged;
import pairdesk.sandbox.exchange.ExchangeEvent.OrderChanged;
import pairdesk.sandbox.exchange.ExchangeEvent.PositionChanged;
import pairdesk.sandbox.exchange.ExchangeEvent.TradeAdvanced;
import pairdesk.sandbox.exchange.ExchangeEvent.Traded;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.Side;
import pairdesk.sandbox.exchange.Trade;

/** Passes the exchange's events on to all connections. */
final class SocketHub {
  private final Exchange exchange;
  private final Listings listings;
  private final AccountId account;
  private final Fees fees;
  private final Indices indices;
  private final Set<KalshiSocket> sockets = ConcurrentHashMap.newKeySet();

  SocketHub(Exchange exchange, Listings listings, AccountId account) {
    this.exchange = exchange;
    this.listings = listings;
    this.account = account;
    this.fees = new Fees(exchange);
    this.indices = new Indices(exchange.newId().hashCode());
    exchange.listen(this::on);
    repeatIndices(exchange.clock().instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
  }

  void add(KalshiSocket socket) {
    sockets.add(socket);
  }

  void remove(KalshiSocket socket) {
    sockets.remove(socket);
    socket.close();
  }

  private void on(ExchangeEvent event) {
    if (sockets.isEmpty()) {
      return;
    }
    switch (event) {
      case LevelChanged change -> {
        if (change.market().venue().equals(VenueId.KALSHI)) {
          sockets.forEach(socket -> socket.level(change));
          quoted(change);
        }
      }
      case Traded(var trade) -> traded(trade);
      case TradeAdvanced _ -> {}
      case Filled filled -> filled(filled);
      case OrderChanged changed -> ordered(changed);
      case PositionChanged changed -> positioned(changed);
      case GroupChanged changed -> grouped(changed);
      case MarketChanged changed -> {
        if (changed.market().spec().id().venue().equals(VenueId.KALSHI)) {
          lived(changed);
        }
      }
    }
  }

  private void traded(Trade trade) {
    if (!trade.market().venue().equals(VenueId.KALSHI)) {
      return;
    }
    String ticker = trade.market().code();
    sockets.forEach(
        socket -> socket.tell(Channel.TRADE, "trade", ticker, () -> StreamJson.trade(trade)));
    ticker(trade.market(), exchange.book(trade.market()), trade.at());
  }

  /** The ticker tells of the best prices, not of what stands behind them. */
  private void quoted(LevelChanged change) {
    String ticker = change.market().code();
    if (sockets.stream().noneMatch(socket -> socket.follows(Channel.TICKER, ticker))) {
      return;
    }
    BookView book = exchange.book(change.market());
    boolean bid = change.side() == Side.BUY;
    List<Level> levels = bid ? book.bids() : book.asks();
    boolean best =
        levels.isEmpty()
            || (bid
                ? change.price().compareTo(levels.getFirst().price()) >= 0
                : change.price().compareTo(levels.getFirst().price()) <= 0);
    if (best) {
      ticker(change.market(), book, change.at());
    }
  }

  private void ticker(MarketId market, BookView book, Instant at) {
    sockets.forEach(socket ->
        socket.tell(
            Channel.TICKER,
            "ticker",
            market.code(),
            () -> StreamJson.ticker(exchange.market(market).orElseThrow(), book, at)));
  }

  private int shard(String ticker) {
    return listings.shardOf(ticker).orElse(0);
  }

  private void filled(Filled filled) {
    if (filled.fill().account().equals(account)) {
      String ticker = filled.fill().deal().market().code();
      sockets.forEach(socket ->
          socket.tell(Channel.FILL, "fill", ticker, () -> StreamJson.fill(filled, shard(ticker))));
    }
  }

  private void ordered(OrderChanged changed) {
    if (changed.order().account().equals(account)) {
      String ticker = changed.order().terms().market().code();
      sockets.forEach(socket ->
          socket.tell(
              Channel.USER_ORDERS,
              "user_order",
              ticker,
              () -> StreamJson.userOrder(changed.order(), changed.cause(), shard(ticker))));
    }
  }

  private void positioned(PositionChanged changed) {
    if (changed.account().equals(account)) {
      String ticker = changed.position().market().code();
      sockets.forEach(socket ->
          socket.tell(
              Channel.MARKET_POSITIONS,
              "market_position",
              ticker,
              () -> StreamJson.position(changed.position())));
    }
  }

  /** Told once for the event, and for those that replace the fees of its series alone. */
  private void charged(KalshiListing listing) {
    KalshiEvent event = listing.event();
    if (!listings.markets(event).getFirst().equals(listing)) {
      return;
    }
    fees.override(event)
        .ifPresent(terms ->
            sockets.forEach(socket ->
                socket.tell(
                    Channel.MARKET_LIFECYCLE_V2,
                    "event_fee_update",
                    () ->
                        FeeJson.put(
                            Replies.object().put("event_ticker", event.ticker()),
                            terms,
                            "_override"))));
  }

  /** Reference indices, once a second. */
  private void repeatIndices(Instant due) {
    exchange.at(
        due,
        () -> {
          indices.advance(due);
          for (String id : Indices.BENCHMARKS) {
            tell(Channel.CFBENCHMARKS_VALUE, id, () -> indices.benchmark(id));
            tell(Channel.CFBENCHMARKS_VALUE_5HZ, id, () -> indices.benchmark(id));
          }
          Indices.UNDERLYINGS.forEach(
              ticker -> tell(Channel.PYTH_VALUE, ticker, () -> indices.underlying(ticker)));
          repeatIndices(due.plusSeconds(1));
        });
  }

  private void tell(Channel channel, String name, Supplier<ObjectNode> content) {
    sockets.forEach(socket -> socket.tell(channel, channel.label(), name, content));
  }

  private void grouped(GroupChanged changed) {
    if (changed.group().key().owner().equals(account)) {
      sockets.forEach(socket ->
          socket.tell(
              Channel.ORDER_GROUP_UPDATES, "order_group_updates", () -> StreamJson.group(changed)));
    }
  }

  private void lived(MarketChanged changed) {
    String ticker = changed.market().spec().id().code();
    if (changed.change() == MarketChange.FEES_CHANGED) {
      listings.market(ticker).ifPresent(this::charged);
    }
    Lifecycle.message(changed, listings.market(ticker))
        .ifPresent(content ->
            sockets.forEach(socket ->
                socket.tell(
                    Channel.MARKET_LIFECYCLE_V2, "market_lifecycle_v2", ticker, () -> content)));
  }
}
