package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Price;
import pairdesk.sandbox.catalogue.KalshiEvent;
import pairdesk.sandbox.catalogue.KalshiListing;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.kalshi.Candles.Span;

/** Candlesticks of a market, of several, or of all markets of an event. */
final class CandleRoutes {
  private static final int MOST_MARKETS = 100;
  private static final int MOST_CANDLES = 10_000;
  private static final Set<String> INTERVALS = Set.of("1", "60", "1440");

  private final Exchange exchange;
  private final Listings listings;
  private final Candles candles;

  CandleRoutes(Exchange exchange, Listings listings) {
    this.exchange = exchange;
    this.listings = listings;
    this.candles = new Candles(exchange);
  }

  void enter(Gateway gateway) {
    gateway.open("/series/{series}/markets/{ticker}/candlesticks", this::ofMarket);
    gateway.open("/series/{series}/events/{ticker}/candlesticks", this::ofEvent);
    gateway.open("/markets/candlesticks", this::ofMarkets);
  }

  private WireReply ofMarket(WireRequest request) {
    KalshiListing listing =
        listings
            .market(request.pathParam("ticker"))
            .filter(l -> l.event().series().ticker().equals(request.pathParam("series")))
            .orElseThrow(Refused::notFound);
    ObjectNode body = Replies.object().put("ticker", listing.ticker());
    body.set("candlesticks", json(listing, span(request, 1), withLatest(request)));
    return Replies.json(200, body);
  }

  private WireReply ofMarkets(WireRequest request) {
    List<String> tickers = new Filters(request).list("market_tickers");
    if (tickers.isEmpty() || tickers.size() > MOST_MARKETS) {
      throw Refused.parameter("market_tickers must name 1 to " + MOST_MARKETS + " markets");
    }
    List<KalshiListing> found =
        tickers.stream().flatMap(ticker -> listings.market(ticker).stream()).toList();
    Span span = span(request, found.size());
    ArrayNode markets = Replies.array();
    for (KalshiListing listing : found) {
      ObjectNode market = Replies.object().put("market_ticker", listing.ticker());
      market.set("candlesticks", json(listing, span, withLatest(request)));
      markets.add(market);
    }
    return Replies.json(200, Replies.object().set("markets", markets));
  }

  private WireReply ofEvent(WireRequest request) {
    KalshiEvent event =
        listings
            .event(request.pathParam("ticker"))
            .filter(e -> e.series().ticker().equals(request.pathParam("series")))
            .orElseThrow(Refused::notFound);
    List<KalshiListing> markets = listings.markets(event);
    Span span = span(request, markets.size());
    ArrayNode tickers = Replies.array();
    ArrayNode each = Replies.array();
    for (KalshiListing listing : markets) {
      tickers.add(listing.ticker());
      each.add(json(listing, span, false));
    }
    ObjectNode body = Replies.object();
    body.set("market_tickers", tickers);
    body.set("market_candlesticks", each);
    return Replies.json(200, body.put("adjusted_end_ts", span.last()));
  }

  /** No further than the candle that is not complete yet. */
  private Span span(WireRequest request, int markets) {
    long seconds = 60 * interval(request);
    long now = exchange.clock().instant().getEpochSecond();
    long start = second(request, "start_ts");
    long end = Math.min(second(request, "end_ts"), Math.ceilDiv(now + 1, seconds) * seconds);
    var span =
        new Span(
            Math.ceilDiv(start, seconds) * seconds, Math.floorDiv(end, seconds) * seconds, seconds);
    if (span.count() * markets > MOST_CANDLES) {
      throw Refused.parameter("more than " + MOST_CANDLES + " candlesticks");
    }
    return span;
  }

  private static long interval(WireRequest request) {
    return request
        .query("period_interval")
        .filter(INTERVALS::contains)
        .map(Long::valueOf)
        .orElseThrow(() -> Refused.parameter("period_interval must be 1, 60 or 1440"));
  }

  private static long second(WireRequest request, String name) {
    return request
        .query(name)
        .filter(text -> text.matches("\\d{1,11}"))
        .map(Long::valueOf)
        .orElseThrow(() -> Refused.parameter(name + " must be a number of seconds"));
  }

  private static boolean withLatest(WireRequest request) {
    return new Filters(request).flag("include_latest_before_start");
  }

  /**
   * @param withLatest a candle in front that tells the last price before, and nothing else
   */
  private ArrayNode json(KalshiListing listing, Span span, boolean withLatest) {
    ArrayNode array = Replies.array();
    Candle before = candles.before(listing.id(), span);
    Price previous = before == null ? null : lastPrice(before, null);
    if (withLatest && before != null) {
      array.add(CandleJson.of(span.first(), before.calm(), previous));
    }
    for (var candle : candles.of(listing.id(), span).entrySet()) {
      array.add(CandleJson.of(candle.getKey(), candle.getValue(), previous));
      previous = lastPrice(candle.getValue(), previous);
    }
    return array;
  }

  private static @Nullable Price lastPrice(Candle candle, @Nullable Price before) {
    Candle.Dealt dealt = candle.dealt();
    return dealt == null ? before : dealt.price().close();
  }
}
