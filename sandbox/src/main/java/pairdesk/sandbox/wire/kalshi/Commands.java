package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pairdesk.sandbox.exchange.Exchange;

/** What clients of the stream may ask for. */
final class Commands {
  private final Exchange exchange;
  private final Listings listings;
  private final Updates updates;

  Commands(Exchange exchange, Listings listings) {
    this.exchange = exchange;
    this.listings = listings;
    this.updates = new Updates(this::openingOf);
  }

  void handle(KalshiSocket socket, String text) {
    JsonNode command;
    try {
      command = Replies.JSON.readTree(text);
    } catch (JsonProcessingException _) {
      socket.error(0, 1, "Unable to process message");
      return;
    }
    long id = command.path("id").asLong(0);
    JsonNode params = command.path("params");
    switch (command.path("cmd").asText("")) {
      case "subscribe" -> subscribe(socket, id, params);
      case "unsubscribe" -> unsubscribe(socket, id, params);
      case "update_subscription" -> updates.update(socket, id, params);
      case "list_subscriptions" -> list(socket, id);
      default -> socket.error(id, 5, "Unknown command");
    }
  }

  private void subscribe(KalshiSocket socket, long id, JsonNode params) {
    if (!params.isObject()) {
      socket.error(id, 2, "Params required");
      return;
    }
    JsonNode channels = params.path("channels");
    if (channels.isEmpty()) {
      socket.error(id, 3, "Channels required");
      return;
    }
    if (params.has("use_yes_price")) {
      socket.useYesPrices(params.path("use_yes_price").asBoolean());
    }
    for (JsonNode name : channels) {
      Channel.of(name.asText())
          .ifPresentOrElse(
              channel -> open(socket, channel, id, params),
              () -> socket.error(id, 8, "Unknown channel name"));
    }
  }

  private void open(KalshiSocket socket, Channel channel, long id, JsonNode params) {
    List<String> names = names(params, channel.names);
    if (channel.names == Channel.Names.MARKETS_NEEDED && names.isEmpty()) {
      socket.error(id, 14, "Market Ticker required");
      return;
    }
    Optional<Fanout.Problem> problem = Fanout.problem(channel, params);
    if (problem.isPresent()) {
      socket.error(id, problem.get().code(), problem.get().text());
      return;
    }
    Subscription subscription = socket.subscribe(channel, id, names);
    if (channel == Channel.ORDERBOOK_DELTA
        || (channel == Channel.TICKER && params.path("send_initial_snapshot").asBoolean())) {
      openingOf(socket, subscription, names, 0);
    }
  }

  /** What stands now, of the markets named. */
  private void openingOf(
      KalshiSocket socket, Subscription subscription, List<String> tickers, long id) {
    for (String ticker : tickers) {
      listings
          .market(ticker)
          .ifPresent(listing -> {
            var book = exchange.book(listing.id());
            if (subscription.channel == Channel.TICKER) {
              socket.tell(
                  Channel.TICKER,
                  "ticker",
                  ticker,
                  () ->
                      StreamJson.ticker(listings.state(listing), book, exchange.clock().instant()));
            } else {
              socket.snapshot(subscription, book, id);
            }
          });
    }
  }

  /** What a command names, under the channel's own parameter. */
  static List<String> names(JsonNode params, Channel.Names kind) {
    return switch (kind) {
      case NONE, MARKETS, MARKETS_NEEDED -> {
        List<String> tickers = texts(params, "market_tickers");
        if (params.path("market_ticker").isTextual()) {
          tickers.add(params.path("market_ticker").asText());
        }
        yield tickers;
      }
      case INDICES -> texts(params, "index_ids");
      case UNDERLYINGS -> texts(params, "underlying_tickers");
    };
  }

  private static List<String> texts(JsonNode params, String field) {
    var texts = new ArrayList<String>();
    params.path(field).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static void unsubscribe(KalshiSocket socket, long id, JsonNode params) {
    if (params.path("sids").isEmpty()) {
      socket.error(id, 4, "Subscription IDs required");
      return;
    }
    for (JsonNode sid : params.path("sids")) {
      if (!socket.unsubscribe(sid.asInt(), id)) {
        socket.error(id, 7, "Unknown subscription ID");
      }
    }
  }

  private static void list(KalshiSocket socket, long id) {
    ArrayNode open = Replies.array();
    socket
        .subscriptions()
        .forEach(
            s -> open.add(Replies.object().put("channel", s.channel.label()).put("sid", s.sid)));
    ObjectNode answer = Replies.object().put("type", "ok");
    if (id != 0) {
      answer.put("id", id);
    }
    socket.answer(answer.set("msg", open));
  }
}
