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

  Commands(Exchange exchange, Listings listings) {
    this.exchange = exchange;
    this.listings = listings;
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
      case "update_subscription" -> update(socket, id, params);
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
    List<String> tickers = tickers(params);
    if (params.has("use_yes_price")) {
      socket.useYesPrices(params.path("use_yes_price").asBoolean());
    }
    for (JsonNode name : channels) {
      Optional<Channel> channel = Channel.of(name.asText());
      if (channel.isEmpty()) {
        socket.error(id, 8, "Unknown channel name");
      } else if (channel.get().needsMarkets && tickers.isEmpty()) {
        socket.error(id, 14, "Market Ticker required");
      } else {
        open(socket, channel.get(), id, tickers);
      }
    }
  }

  private void open(KalshiSocket socket, Channel channel, long id, List<String> tickers) {
    Subscription subscription = socket.subscribe(channel, id, tickers);
    if (channel == Channel.ORDERBOOK_DELTA) {
      snapshots(socket, subscription, tickers, 0);
    }
  }

  private void snapshots(
      KalshiSocket socket, Subscription subscription, List<String> tickers, long id) {
    for (String ticker : tickers) {
      listings
          .market(ticker)
          .ifPresent(listing -> socket.snapshot(subscription, exchange.book(listing.id()), id));
    }
  }

  private static List<String> tickers(JsonNode params) {
    var tickers = new ArrayList<String>();
    if (params.path("market_ticker").isTextual()) {
      tickers.add(params.path("market_ticker").asText());
    }
    params.path("market_tickers").forEach(ticker -> tickers.add(ticker.asText()));
    return tickers;
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

  private void update(KalshiSocket socket, long id, JsonNode params) {
    List<JsonNode> sids = new ArrayList<>();
    params.path("sids").forEach(sids::add);
    if (params.has("sid")) {
      sids.add(params.path("sid"));
    }
    if (sids.size() != 1) {
      socket.error(id, 12, "Exactly one subscription ID is required");
      return;
    }
    Optional<Subscription> subscription = socket.bySid(sids.getFirst().asInt());
    if (subscription.isEmpty()) {
      socket.error(id, 7, "Unknown subscription ID");
      return;
    }
    update(socket, id, subscription.get(), params);
  }

  private void update(KalshiSocket socket, long id, Subscription subscription, JsonNode params) {
    List<String> tickers = tickers(params);
    boolean books = subscription.channel == Channel.ORDERBOOK_DELTA;
    switch (params.path("action").asText("")) {
      case "" -> socket.error(id, 15, "Action required");
      case "add_markets" -> {
        subscription.add(tickers);
        socket.answerOk(subscription, id);
        if (books) {
          snapshots(socket, subscription, tickers, 0);
        }
      }
      case "delete_markets" -> {
        subscription.remove(tickers);
        socket.answerOk(subscription, id);
      }
      case "get_snapshot" -> {
        if (books) {
          snapshots(socket, subscription, tickers, id);
        } else {
          socket.error(id, 13, "Unsupported action");
        }
      }
      default -> socket.error(id, 13, "Unsupported action");
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
