package pairdesk.sandbox.wire.polymarket.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.MarketId;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.exchange.Trade;
import pairdesk.sandbox.faults.FaultyStream;
import pairdesk.sandbox.faults.StreamSink;
import pairdesk.sandbox.wire.polymarket.auth.Authenticator;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.records.KilledOrder;
import pairdesk.sandbox.wire.polymarket.records.OrderRecords;
import pairdesk.sandbox.wire.polymarket.records.TradeRecords;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** {@code /ws/user}: a trader's own orders and trades. Used by the stream's thread alone. */
final class UserChannel {
  private static final String CHANNEL = "user";

  private final Venue venue;
  private final Authenticator authenticator;
  private final OrderRecords orders;
  private final TradeRecords trades;
  private final Map<String, Connection> connections = new HashMap<>();

  private static final class Connection {
    final FaultyStream stream;
    final StreamSink sink;
    final Set<String> markets = new HashSet<>();
    @Nullable AccountId account;

    Connection(FaultyStream stream, StreamSink sink) {
      this.stream = stream;
      this.sink = sink;
    }

    boolean follows(AccountId owner, MarketId market) {
      return owner.equals(account) && (markets.isEmpty() || markets.contains(market.code()));
    }

    void send(ObjectNode frame) {
      stream.send(CHANNEL, frame.path("event_type").asText(), Json.write(frame));
    }
  }

  UserChannel(Venue venue, Authenticator authenticator, OrderRecords orders, TradeRecords trades) {
    this.venue = venue;
    this.authenticator = authenticator;
    this.orders = orders;
    this.trades = trades;
  }

  void opened(String session, FaultyStream stream, StreamSink sink) {
    connections.put(session, new Connection(stream, sink));
  }

  void closed(String session) {
    Connection connection = connections.remove(session);
    if (connection != null) {
      connection.stream.close();
    }
  }

  void received(String session, String text) {
    Connection connection = connections.get(session);
    if (connection == null) {
      return;
    }
    if (text.equals("PING")) {
      connection.stream.send(CHANNEL, "pong", "PONG");
      return;
    }
    Json.parse(text).ifPresent(message -> subscribe(connection, message));
  }

  /** Wrong credentials end the connection. */
  private void subscribe(Connection connection, JsonNode message) {
    if (message.has("auth")) {
      Optional<AccountId> account = account(message.path("auth"));
      if (account.isEmpty()) {
        connection.sink.close();
        return;
      }
      connection.account = account.get();
    }
    Set<String> markets =
        message.path("markets").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    if (message.path("operation").asText().equals("unsubscribe")) {
      connection.markets.removeAll(markets);
    } else {
      connection.markets.addAll(markets);
    }
  }

  private Optional<AccountId> account(JsonNode auth) {
    return authenticator
        .credentials(
            auth.path("apiKey").asText(),
            auth.path("secret").asText(),
            auth.path("passphrase").asText())
        .flatMap(key -> venue.trader(key.owner()))
        .map(Trader::account);
  }

  void happened(List<ExchangeEvent> events) {
    for (ExchangeEvent event : events) {
      switch (event) {
        case ExchangeEvent.OrderChanged(var order, var cause) -> tellOrder(order, change(cause));
        case ExchangeEvent.Traded(var trade) -> tellTrade(trade);
        case ExchangeEvent.TradeAdvanced(var trade) -> tellTrade(trade);
        case ExchangeEvent.LevelChanged _,
            ExchangeEvent.Filled _,
            ExchangeEvent.PositionChanged _,
            ExchangeEvent.MarketChanged _,
            ExchangeEvent.GroupChanged _ -> {}
      }
    }
  }

  void killed(KilledOrder order) {
    for (Connection connection : connections.values()) {
      if (connection.follows(order.account(), order.terms().market())) {
        connection.send(orders.frame(order));
      }
    }
  }

  private void tellOrder(Order order, OrderRecords.Change change) {
    for (Connection connection : connections.values()) {
      if (connection.follows(order.account(), order.terms().market())) {
        connection.send(orders.frame(order, change));
      }
    }
  }

  private void tellTrade(Trade trade) {
    for (Connection connection : connections.values()) {
      AccountId account = connection.account;
      if (account != null
          && trade.concerns(account)
          && connection.follows(account, trade.market())) {
        connection.send(trades.frame(trade, account));
      }
    }
  }

  private static OrderRecords.Change change(ExchangeEvent.Cause cause) {
    return switch (cause) {
      case PLACED -> OrderRecords.Change.PLACEMENT;
      case TRADED, AMENDED, DECREASED -> OrderRecords.Change.UPDATE;
      case CANCELLED -> OrderRecords.Change.CANCELLATION;
    };
  }
}
