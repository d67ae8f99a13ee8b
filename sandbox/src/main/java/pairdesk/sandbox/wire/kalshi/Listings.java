package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import pairdesk.engine.market.MarketId;
import pairdesk.sandbox.catalogue.KalshiEvent;
import pairdesk.sandbox.catalogue.KalshiListing;
import pairdesk.sandbox.catalogue.KalshiSeries;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.exchange.MarketState;

/** What is listed on Kalshi, by ticker, joined with what the exchange knows of it. */
final class Listings {
  private final Exchange exchange;
  private final Map<String, KalshiListing> markets = new LinkedHashMap<>();
  private final Map<String, KalshiEvent> events = new LinkedHashMap<>();
  private final Map<String, KalshiSeries> series = new LinkedHashMap<>();
  private final Map<String, Instant> updated = new ConcurrentHashMap<>();

  Listings(Exchange exchange, List<KalshiListing> listings) {
    this.exchange = exchange;
    for (KalshiListing listing : listings) {
      markets.put(listing.ticker(), listing);
      events.put(listing.event().ticker(), listing.event());
      series.put(listing.event().series().ticker(), listing.event().series());
    }
    exchange.listen(this::on);
  }

  private void on(ExchangeEvent event) {
    if (event instanceof ExchangeEvent.MarketChanged(var market, _, var at)) {
      updated.put(market.spec().id().code(), at);
    }
  }

  /** When what is said of the market last changed; trading does not count. */
  Instant updated(KalshiListing listing) {
    return updated.getOrDefault(listing.ticker(), listing.times().created());
  }

  List<KalshiListing> markets() {
    return List.copyOf(markets.values());
  }

  List<KalshiListing> markets(KalshiEvent event) {
    return markets.values().stream()
        .filter(l -> l.event().ticker().equals(event.ticker()))
        .toList();
  }

  List<KalshiEvent> events() {
    return List.copyOf(events.values());
  }

  List<KalshiSeries> series() {
    return List.copyOf(series.values());
  }

  Optional<KalshiListing> market(String ticker) {
    return Optional.ofNullable(markets.get(ticker));
  }

  Optional<KalshiEvent> event(String ticker) {
    return Optional.ofNullable(events.get(ticker));
  }

  Optional<KalshiSeries> series(String ticker) {
    return Optional.ofNullable(series.get(ticker));
  }

  /** The shard of the series' first event. */
  int shard(KalshiSeries wanted) {
    return events.values().stream()
        .filter(e -> e.series().ticker().equals(wanted.ticker()))
        .mapToInt(KalshiEvent::shard)
        .findFirst()
        .orElse(0);
  }

  MarketState state(KalshiListing listing) {
    return exchange.market(listing.id()).orElseThrow();
  }

  ObjectNode json(KalshiListing listing) {
    ObjectNode json = MarketJson.market(listing, state(listing), exchange.book(listing.id()));
    return json.put("updated_time", Fixed.time(updated(listing)));
  }

  /** Where an order of this ticker is matched; empty for an unknown ticker. */
  Optional<Integer> shardOf(String ticker) {
    return market(ticker).map(l -> l.event().shard());
  }

  MarketId id(String ticker) {
    return market(ticker).orElseThrow(Refused::marketNotFound).id();
  }
}
