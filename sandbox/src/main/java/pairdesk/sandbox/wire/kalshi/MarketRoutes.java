package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pairdesk.sandbox.catalogue.KalshiListing;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.MarketPhase;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.exchange.Trade;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;

/** Markets, books and trades. */
final class MarketRoutes {
  private static final int MOST_BOOKS = 100;

  private final Exchange exchange;
  private final Listings listings;

  MarketRoutes(Exchange exchange, Listings listings) {
    this.exchange = exchange;
    this.listings = listings;
  }

  void enter(Gateway gateway) {
    gateway.open("/markets", this::markets);
    gateway.open("/markets/orderbooks", this::books);
    gateway.open("/markets/trades", this::trades);
    gateway.open("/markets/{ticker}", this::market);
    gateway.open("/markets/{ticker}/orderbook", this::book);
  }

  private WireReply markets(WireRequest request) {
    Page page = Page.of(request, "GetMarkets", 100, 1_000);
    var filters = new Filters(request);
    List<MarketPhase> phases = filters.phases();
    mustFit(filters);
    // None of the sandbox's markets combines others.
    boolean combosAlone = !filters.allows("mve_filter", "exclude");
    List<KalshiListing> found =
        listings.markets().stream()
            .filter(_ -> !combosAlone)
            .filter(l -> filters.allows("event_ticker", l.event().ticker()))
            .filter(l -> filters.allows("series_ticker", l.event().series().ticker()))
            .filter(l -> filters.allowsIn("tickers", l.ticker()))
            .filter(l -> phases.contains(listings.state(l).phase()))
            .filter(l -> inTime(l, filters))
            .toList();
    return Replies.json(200, page.write("markets", found, listings::json));
  }

  /** Times go with some statuses only. */
  private static void mustFit(Filters filters) {
    requireStatus(filters, "created_ts", List.of("unopened", "open"));
    requireStatus(filters, "close_ts", List.of("closed"));
    requireStatus(filters, "settled_ts", List.of("settled"));
    boolean alone =
        Stream.of("event_ticker", "tickers", "status").noneMatch(filters::isSet)
            && Stream.of("created_ts", "close_ts", "settled_ts").noneMatch(filters::asksFor);
    if (filters.isSet("min_updated_ts") && !alone) {
      throw Refused.parameter("min_updated_ts cannot be combined with other filters");
    }
  }

  private static void requireStatus(Filters filters, String time, List<String> allowed) {
    if (filters.asksFor(time) && allowed.stream().noneMatch(s -> filters.allows("status", s))) {
      throw Refused.parameter(time + " filters go with status " + String.join(", ", allowed));
    }
  }

  private boolean inTime(KalshiListing listing, Filters filters) {
    MarketState state = listings.state(listing);
    Instant settled = state.settledAt();
    return filters.within("close_ts", state.close())
        && filters.within("created_ts", listing.times().created())
        && filters.within("updated_ts", listings.updated(listing))
        && (!filters.asksFor("settled_ts")
            || (settled != null && filters.within("settled_ts", settled)));
  }

  private WireReply market(WireRequest request) {
    return Replies.json(200, Replies.object().set("market", listings.json(named(request))));
  }

  private KalshiListing named(WireRequest request) {
    return listings.market(request.pathParam("ticker")).orElseThrow(Refused::notFound);
  }

  private WireReply book(WireRequest request) {
    KalshiListing listing = named(request);
    String depth = request.query("depth").orElse("0");
    if (!depth.matches("\\d{1,3}") || Integer.parseInt(depth) > 100) {
      throw Refused.parameter("depth must be between 0 and 100");
    }
    JsonNode book = MarketJson.book(exchange.book(listing.id()), Integer.parseInt(depth));
    return Replies.json(200, Replies.object().set("orderbook_fp", book));
  }

  private WireReply books(WireRequest request) {
    List<String> tickers = new Filters(request).list("tickers");
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
    var filters = new Filters(request);
    Stream<KalshiListing> from =
        request
            .query("ticker")
            .map(ticker -> listings.market(ticker).stream())
            .orElseGet(() -> listings.markets().stream());
    List<Trade> newestFirst =
        from.flatMap(l -> exchange.trades(l.id()).stream())
            .filter(_ -> filters.allows("is_block_trade", "false"))
            .filter(t -> filters.within("ts", t.at()))
            .sorted(Comparator.comparing(Trade::at).reversed())
            .toList();
    return Replies.json(200, page.write("trades", newestFirst, MarketJson::trade));
  }
}
