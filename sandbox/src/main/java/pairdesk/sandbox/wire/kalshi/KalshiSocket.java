package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pairdesk.sandbox.exchange.BookView;
import pairdesk.sandbox.exchange.ExchangeEvent.LevelChanged;
import pairdesk.sandbox.faults.FaultyStream;

/**
 * One connection: subscriptions with their numbers. Commands and events arrive under the exchange's
 * lock, so that a snapshot and the changes after it never overlap.
 */
final class KalshiSocket {
  private final FaultyStream out;
  private final Map<Channel, Subscription> subscriptions = new EnumMap<>(Channel.class);
  private boolean yesPrices;
  private int lastSid;

  KalshiSocket(FaultyStream out) {
    this.out = out;
  }

  void close() {
    out.close();
  }

  void answer(ObjectNode answer) {
    out.send("", answer.path("type").asText(), Replies.text(answer));
  }

  void error(long id, int code, String text) {
    ObjectNode answer = Replies.object().put("type", "error");
    if (id != 0) {
      answer.put("id", id);
    }
    answer(answer.set("msg", Replies.object().put("code", code).put("msg", text)));
  }

  /** Opens a channel, or adds to the open one, which then answers {@code ok}. */
  Subscription subscribe(Channel channel, long id, Collection<String> tickers) {
    Subscription open = subscriptions.get(channel);
    if (open != null) {
      open.add(tickers);
      answerOk(open, id);
      return open;
    }
    var fresh = new Subscription(channel, ++lastSid);
    fresh.add(tickers);
    subscriptions.put(channel, fresh);
    ObjectNode answer = Replies.object().put("type", "subscribed");
    if (id != 0) {
      answer.put("id", id);
    }
    answer(
        answer.set("msg", Replies.object().put("channel", channel.label()).put("sid", fresh.sid)));
    return fresh;
  }

  void answerOk(Subscription subscription, long id) {
    var tickers = Replies.array();
    subscription.names().forEach(tickers::add);
    ObjectNode answer = subscription.answer("ok", id);
    String field =
        switch (subscription.channel.names) {
          case NONE, MARKETS, MARKETS_NEEDED -> "market_tickers";
          case INDICES -> "index_ids";
          case UNDERLYINGS -> "underlying_tickers";
        };
    answer(answer.set("msg", Replies.object().set(field, tickers)));
  }

  boolean unsubscribe(int sid, long id) {
    Optional<Subscription> found = bySid(sid);
    found.ifPresent(subscription -> {
      answer(subscription.answer("unsubscribed", id));
      subscriptions.remove(subscription.channel);
    });
    return found.isPresent();
  }

  Optional<Subscription> bySid(int sid) {
    return subscriptions.values().stream().filter(s -> s.sid == sid).findFirst();
  }

  List<Subscription> subscriptions() {
    return new ArrayList<>(subscriptions.values());
  }

  void useYesPrices(boolean use) {
    yesPrices = use;
  }

  /**
   * @param id of the command that asked for it, 0 for none
   */
  void snapshot(Subscription subscription, BookView book, long id) {
    ObjectNode message =
        subscription.message("orderbook_snapshot", StreamJson.snapshot(book, yesPrices));
    if (id != 0) {
      message.put("id", id);
    }
    send(subscription, "orderbook_snapshot", message);
  }

  void level(LevelChanged change) {
    tell(
        Channel.ORDERBOOK_DELTA,
        "orderbook_delta",
        change.market().code(),
        () -> StreamJson.delta(change, yesPrices));
  }

  /** Sends the content when the channel is open for this market. */
  void tell(Channel channel, String type, String ticker, Supplier<? extends JsonNode> content) {
    Subscription subscription = subscriptions.get(channel);
    if (subscription != null && subscription.covers(ticker)) {
      send(subscription, type, subscription.message(type, content.get()));
    }
  }

  boolean follows(Channel channel, String ticker) {
    Subscription subscription = subscriptions.get(channel);
    return subscription != null && subscription.covers(ticker);
  }

  /** Sends the content when the channel is open, whatever markets it names. */
  void tell(Channel channel, String type, Supplier<? extends JsonNode> content) {
    Subscription subscription = subscriptions.get(channel);
    if (subscription != null) {
      send(subscription, type, subscription.message(type, content.get()));
    }
  }

  private void send(Subscription subscription, String type, ObjectNode message) {
    out.send(subscription.channel.label(), type, Replies.text(message));
  }
}
