package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pairdesk.sandbox.catalogue.KalshiEvent;
import pairdesk.sandbox.catalogue.KalshiListing;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.MarketPhase;
import pairdesk.sandbox.exchange.Trade;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.kalshi.Replies.Problem;

/** Series, events, markets, books and trades. */
final class MarketRoutes {
  private static final int MOST_BOOKS = 100;

  private final Exchange exchange;
  private final Listings listings;

  MarketRoutes(Exchange exchange, Listings listings) {
    this.exchange = exchange;
    this.listings = listings;
  }

  void enter(Gateway gateway) {
    gateway.open("/series/fee_changes", _ -> noFeeChanges("series_fee_change_arr"));
    gateway.open("/series", this::allSeries);
    gateway.open("/series/{ticker}", this::oneSeries);
    gateway.open("/events/fee_changes", _ -> noFeeChanges("event_fee_changes"));
    gateway.open("/events", this::events);
    gateway.open("/events/{ticker}", this::event);
    gateway.open("/markets", this::markets);
    gateway.open("/markets/orderbooks", this::books);
    gateway.open("/markets/trades", this::trades);
    gateway.open("/markets/{ticker}", this::market);
    gateway.open("/markets/{ticker}/orderbook", this::book);
  }

  private static WireReply noFeeChanges(String name) {
    ObjectNode body = Replies.object();
    body.set(name, Replies.array());
    return Replies.json(200, body.put("cursor", ""));
  }

  private WireReply allSeries(WireRequest request) {
    ArrayNode all = Replies.array();
    listings.series().stream()
        .filter(s -> request.query("category").map(s.category()::equals).orElse(true))
        .forEach(s -> all.add(EventJson.series(s, listings.shard(s), Instant.EPOCH)));
    return Replies.json(200, Replies.object().set("series", all));
  }

  private WireReply oneSeries(WireRequest request) {
    var series = listings.series(request.pathParam("ticker")).orElseThrow(Refused::notFound);
    JsonNode json = EventJson.series(series, listings.shard(series), Instant.EPOCH);
    return Replies.json(200, Replies.object().set("series", json));
  }

  private WireReply events(WireRequest request) {
    Page page = Page.of(request, "GetEvents", 200, 200);
    boolean nested = request.query("with_nested_markets").map("true"::equals).orElse(false);
    Predicate<KalshiListing> status = status(request);
    List<String> tickers = list(request, "tickers");
    List<KalshiEvent> found =
        listings.events().stream()
            .filter(e -> has(request, "series_ticker", e.series().ticker()))
            .filter(e -> tickers.isEmpty() || tickers.contains(e.ticker()))
            .filter(e -> listings.markets(e).stream().anyMatch(status))
            .toList();
    return Replies.json(200, page.write("events", found, e -> event(e, nested)));
  }

  private ObjectNode event(KalshiEvent event, boolean nested) {
    List<KalshiListing> markets = listings.markets(event);
    ObjectNode json = EventJson.event(event, markets.getFirst().times().created());
    if (nested) {
      json.set("markets", json(markets));
    }
    return json;
  }

  private ArrayNode json(List<KalshiListing> markets) {
    ArrayNode array = Replies.array();
    markets.forEach(market -> array.add(listings.json(market)));
    return array;
  }

  private WireReply event(WireRequest request) {
    KalshiEvent event = listings.event(request.pathParam("ticker")).orElseThrow(Refused::notFound);
    boolean nested = request.query("with_nested_markets").map("true"::equals).orElse(false);
    ObjectNode body = Replies.object();
    body.set("event", event(event, nested));
    body.set("markets", nested ? Replies.array() : json(listings.markets(event)));
    return Replies.json(200, body);
  }

  private WireReply markets(WireRequest request) {
    Page page = Page.of(request, "GetMarkets", 100, 1_000);
    List<String> tickers = list(request, "tickers");
    Predicate<KalshiListing> status = status(request);
    List<KalshiListing> found =
        listings.markets().stream()
            .filter(l -> has(request, "event_ticker", l.event().ticker()))
            .filter(l -> has(request, "series_ticker", l.event().series().ticker()))
            .filter(l -> tickers.isEmpty() || tickers.contains(l.ticker()))
            .filter(status)
            .filter(l -> within(request, "close_ts", listings.state(l).close()))
            .filter(l -> within(request, "created_ts", l.times().created()))
            .toList();
    return Replies.json(200, page.write("markets", found, listings::json));
  }

  private static List<String> list(WireRequest request, String name) {
    return request.queries(name).stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static boolean has(WireRequest request, String name, String value) {
    return request.query(name).map(value::equals).orElse(true);
  }

  private static boolean within(WireRequest request, String name, Instant moment) {
    long second = moment.getEpochSecond();
    return seconds(request, "min_" + name).map(min -> second >= min).orElse(true)
        && seconds(request, "max_" + name).map(max -> second <= max).orElse(true);
  }

  private static Optional<Long> seconds(WireRequest request, String name) {
    return request
        .query(name)
        .map(text -> {
          if (!text.matches("\\d{1,12}")) {
            throw Refused.parameter(name + " is no number of seconds");
          }
          return Long.valueOf(text);
        });
  }

  private Predicate<KalshiListing> status(WireRequest request) {
    String wanted = request.query("status").orElse("");
    List<MarketPhase> phases =
        switch (wanted) {
          case "" -> List.of(MarketPhase.values());
          case "unopened" -> List.of(MarketPhase.INITIALIZED);
          case "open" -> List.of(MarketPhase.ACTIVE);
          case "paused" -> List.of(MarketPhase.PAUSED);
          case "closed" -> List.of(MarketPhase.CLOSED, MarketPhase.DETERMINED);
          case "settled" -> List.of(MarketPhase.FINALIZED);
          default -> throw Refused.nested(400, Problem.of("bad_request", "invalid status filter"));
        };
    return listing -> phases.contains(listings.state(listing).phase());
  }

  private WireReply market(WireRequest request) {
    KalshiListing listing =
        listings.market(request.pathParam("ticker")).orElseThrow(Refused::notFound);
    return Replies.json(200, Replies.object().set("market", listings.json(listing)));
  }

  private WireReply book(WireRequest request) {
    KalshiListing listing =
        listings.market(request.pathParam("ticker")).orElseThrow(Refused::notFound);
    String depth = request.query("depth").orElse("0");
    if (!depth.matches("\\d{1,3}") || Integer.parseInt(depth) > 100) {
      throw Refused.parameter("depth must be between 0 and 100");
    }
    JsonNode book = MarketJson.book(exchange.book(listing.id()), Integer.parseInt(depth));
    return Replies.json(200, Replies.object().set("orderbook_fp", book));
  }

  private WireReply books(WireRequest request) {
    List<String> tickers = list(request, "tickers");
    if (tickers.isEmpty() || tickers.size() > MOST_BOOKS) {
      throw Refused.parameter("tickers must name 1 to " + MOST_BOOKS + " markets");
    }
    ArrayNode books = Replies.array();
    tickers.stream()
        .flatMap(ticker -> listings.market(ticker).stream())
        .forEach(listing -> {
          JsonNode book = MarketJson.book(exchange.book(listing.id()), 0);
          books.add(
              Replies.object()
                  .put("ticker", listing.ticker())
                  .<ObjectNode>set("orderbook_fp", book));
        });
    return Replies.json(200, Replies.object().set("orderbooks", books));
  }

  private WireReply trades(WireRequest request) {
    Page page = Page.of(request, "GetTrades", 100, 1_000);
    Stream<KalshiListing> from =
        request
            .query("ticker")
            .map(ticker -> listings.market(ticker).stream())
            .orElseGet(() -> listings.markets().stream());
    List<Trade> newestFirst =
        from.flatMap(l -> exchange.trades(l.id()).stream())
            .filter(t -> within(request, "ts", t.at()))
            .sorted(Comparator.comparing(Trade::at).reversed())
            .toList();
    return Replies.json(200, page.write("trades", newestFirst, MarketJson::trade));
  }
}
