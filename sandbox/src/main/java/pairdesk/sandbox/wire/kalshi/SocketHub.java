package pairdesk.sandbox.wire.kalshi;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.exchange.ExchangeEvent.Filled;
import pairdesk.sandbox.exchange.ExchangeEvent.GroupChanged;
import pairdesk.sandbox.exchange.ExchangeEvent.LevelChanged;
import pairdesk.sandbox.exchange.ExchangeEvent.MarketChanged;
import pairdesk.sandbox.exchange.ExchangeEvent.OrderChanged;
import pairdesk.sandbox.exchange.ExchangeEvent.PositionChanged;
import pairdesk.sandbox.exchange.ExchangeEvent.TradeAdvanced;
import pairdesk.sandbox.exchange.ExchangeEvent.Traded;
import pairdesk.sandbox.exchange.Trade;

/** Passes the exchange's events on to all connections. */
final class SocketHub {
  private final Exchange exchange;
  private final Listings listings;
  private final AccountId account;
  private final Set<KalshiSocket> sockets = ConcurrentHashMap.newKeySet();

  SocketHub(Exchange exchange, Listings listings, AccountId account) {
    this.exchange = exchange;
    this.listings = listings;
    this.account = account;
    exchange.listen(this::on);
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
    for (KalshiSocket socket : sockets) {
      socket.tell(Channel.TRADE, "trade", ticker, () -> StreamJson.trade(trade));
      socket.tell(
          Channel.TICKER,
          "ticker",
          ticker,
          () ->
              StreamJson.ticker(
                  exchange.market(trade.market()).orElseThrow(),
                  exchange.book(trade.market()),
                  trade.at()));
    }
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

  private void grouped(GroupChanged changed) {
    if (changed.group().key().owner().equals(account)) {
      sockets.forEach(socket ->
          socket.tell(
              Channel.ORDER_GROUP_UPDATES, "order_group_updates", () -> StreamJson.group(changed)));
    }
  }

  private void lived(MarketChanged changed) {
    String ticker = changed.market().spec().id().code();
    Lifecycle.message(changed, listings.market(ticker))
        .ifPresent(content ->
            sockets.forEach(socket ->
                socket.tell(
                    Channel.MARKET_LIFECYCLE_V2, "market_lifecycle_v2", ticker, () -> content)));
  }
}
