package pairdesk.sandbox.wire.polymarket.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.sandbox.exchange.Deal;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.exchange.ExchangeEvent.LevelChanged;
import pairdesk.sandbox.exchange.ExchangeEvent.MarketChange;
import pairdesk.sandbox.exchange.ExchangeEvent.MarketChanged;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.exchange.Trade;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.records.BookImage;
import pairdesk.sandbox.wire.polymarket.records.Tick;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** {@code /ws/market}: books and what changes them. Used by the stream's thread alone. */
final class MarketChannel {
  private final Venue venue;
  private final Map<String, Subscriber> subscribers = new HashMap<>();
  private final Map<MarketId, MarketMirror> mirrors = new HashMap<>();

  MarketChannel(Venue venue) {
    this.venue = venue;
  }

  void opened(String session, Subscriber subscriber) {
    subscribers.put(session, subscriber);
  }

  void closed(String session) {
    Subscriber subscriber = subscribers.remove(session);
    if (subscriber != null) {
      subscriber.close();
    }
  }

  void received(String session, String text) {
    Subscriber subscriber = subscribers.get(session);
    if (subscriber == null) {
      return;
    }
    if (text.equals("PING")) {
      subscriber.pong();
      return;
    }
    Json.parse(text).ifPresent(message -> subscribe(subscriber, message));
  }

  private void subscribe(Subscriber subscriber, JsonNode message) {
    Set<String> assets =
        message
            .path("assets_ids")
            .valueStream()
            .map(JsonNode::asText)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (message.path("operation").asText().equals("unsubscribe")) {
      subscriber.remove(assets);
      return;
    }
    subscriber.add(assets);
    if (message.path("custom_feature_enabled").asBoolean()) {
      subscriber.enableExtras();
    }
    if (message.path("initial_dump").asBoolean(true)) {
      subscriber.sendOpening(opening(assets));
    }
  }

  /** Settled and unknown tokens have no book, and nobody says so. */
  private ArrayNode opening(Set<String> assets) {
    ArrayNode books = Json.array();
    for (String asset : assets) {
      venue
          .listings()
          .token(asset)
          .filter(token -> !Venue.isResolved(venue.state(token.market())))
          .ifPresent(token -> books.add(mirror(token.market()).image(token).opening()));
    }
    return books;
  }

  private MarketMirror mirror(MarketId market) {
    return mirrors.computeIfAbsent(
        market,
        id ->
            new MarketMirror(
                venue.exchange().book(id),
                venue.lastTrade(id).map(Deal::price).orElse(Price.ZERO),
                Tick.of(venue.state(id).grid())));
  }

  void happened(List<ExchangeEvent> events) {
    events.stream()
        .flatMap(event -> changed(event).stream())
        .distinct()
        .forEach(market -> tell(market, events));
  }

  /** The market whose book or state an event changes, where somebody follows it. */
  private List<MarketId> changed(ExchangeEvent event) {
    MarketId market =
        switch (event) {
          case LevelChanged change -> change.market();
          case ExchangeEvent.Traded(var trade) -> trade.market();
          case MarketChanged change -> change.market().spec().id();
          case ExchangeEvent.TradeAdvanced _,
              ExchangeEvent.OrderChanged _,
              ExchangeEvent.Filled _,
              ExchangeEvent.PositionChanged _,
              ExchangeEvent.GroupChanged _ ->
              null;
        };
    return market != null && mirrors.containsKey(market) ? List.of(market) : List.of();
  }

  private void tell(MarketId market, List<ExchangeEvent> events) {
    MarketMirror mirror = mirror(market);
    var changes = new ArrayList<LevelChanged>();
    var trades = new ArrayList<Trade>();
    for (ExchangeEvent event : events) {
      if (event instanceof LevelChanged change
          && change.market().equals(market)
          && mirror.apply(change)) {
        changes.add(change);
      } else if (event instanceof ExchangeEvent.Traded(var trade)
          && trade.market().equals(market)) {
        mirror.traded(trade.taker().deal().price());
        trades.add(trade);
      }
    }
    tellChanges(market, mirror, changes);
    trades.forEach(this::tellTrade);
    if (!trades.isEmpty()) {
      books(market, mirror).forEach(book -> toFollowers(book.token(), book.afterTrade()));
    }
    for (ExchangeEvent event : events) {
      if (event instanceof MarketChanged change && change.market().spec().id().equals(market)) {
        tellState(mirror, change);
      }
    }
  }

  private void tellChanges(MarketId market, MarketMirror mirror, List<LevelChanged> changes) {
    if (changes.isEmpty()) {
      return;
    }
    List<BookImage> books = books(market, mirror);
    ObjectNode frame = MarketFrames.priceChange(changes, books);
    send(frame, subscriber -> followsAny(subscriber, market));
    for (BookImage book : books) {
      send(
          MarketFrames.bestBidAsk(book),
          subscriber -> subscriber.wantsExtras() && subscriber.follows(book.token().id()));
    }
  }

  private void tellTrade(Trade trade) {
    Deal deal = trade.taker().deal();
    Token token = venue.listings().token(deal.market(), deal.outcome());
    toFollowers(token, MarketFrames.lastTrade(trade, token));
  }

  private void tellState(MarketMirror mirror, MarketChanged change) {
    MarketState state = change.market();
    Tick tick = Tick.of(state.grid());
    if (change.change() == MarketChange.GRID_CHANGED && !tick.equals(mirror.tick())) {
      Tick before = mirror.tick();
      mirror.retick(tick);
      tokens(state.spec().id())
          .forEach(
              token -> toFollowers(token, MarketFrames.tickSize(token, before, tick, change.at())));
    }
    Price value = state.value();
    if (change.change() == MarketChange.DETERMINED && value != null) {
      Token first = tokens(state.spec().id()).getFirst();
      send(
          MarketFrames.resolved(first.listing(), value, change.at()),
          subscriber -> subscriber.wantsExtras() && followsAny(subscriber, first.market()));
    }
  }

  private List<BookImage> books(MarketId market, MarketMirror mirror) {
    return tokens(market).stream().map(mirror::image).toList();
  }

  private List<Token> tokens(MarketId market) {
    Token yes = venue.listings().token(market, Outcome.YES);
    return List.of(yes, yes.other());
  }

  private boolean followsAny(Subscriber subscriber, MarketId market) {
    return tokens(market).stream().anyMatch(token -> subscriber.follows(token.id()));
  }

  private void toFollowers(Token token, ObjectNode frame) {
    send(frame, subscriber -> subscriber.follows(token.id()));
  }

  private void send(ObjectNode frame, Predicate<Subscriber> to) {
    subscribers.values().stream().filter(to).forEach(subscriber -> subscriber.send(frame));
  }
}
