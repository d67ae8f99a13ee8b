package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import pairdesk.engine.money.Decimals;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.records.BookImage;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** Prices that follow from a book or from the last trade, of one token or of several. */
final class PriceRoutes {
  private final Venue venue;

  PriceRoutes(Venue venue) {
    this.venue = venue;
  }

  void register(Endpoints endpoints) {
    endpoints.get("/price", this::price);
    several(endpoints, "/prices", this::prices);
    endpoints.get("/midpoint", r -> single(r, "mid", PriceRoutes::midpoint));
    several(endpoints, "/midpoints", r -> byToken(r, PriceRoutes::midpoint));
    endpoints.get("/spread", r -> single(r, "spread", PriceRoutes::spread));
    several(endpoints, "/spreads", r -> byToken(r, PriceRoutes::spread));
    endpoints.get("/last-trade-price", r -> Replies.json(lastTrade(token(r))));
    several(endpoints, "/last-trades-prices", this::lastTrades);
  }

  private static void several(
      Endpoints endpoints, String path, Function<WireRequest, WireReply> handler) {
    endpoints.get(path, handler::apply);
    endpoints.post(path, handler::apply);
  }

  private WireReply price(WireRequest request) {
    BookImage book = venue.book(token(request));
    String side = Query.text(request, "side").orElse("");
    return Replies.json(Json.object().put("price", price(book, side)));
  }

  private WireReply prices(WireRequest request) {
    ObjectNode prices = Json.object();
    for (Wanted one : Wanted.of(venue, request)) {
      prices
          .withObjectProperty(one.token().id())
          .put(one.side(), price(venue.book(one.token()), one.side()));
    }
    return Replies.json(prices);
  }

  /** A buyer is told the best bid, a seller the best ask: what others of this side offer. */
  private static String price(BookImage book, String side) {
    List<Level> levels =
        switch (side) {
          case "BUY" -> book.bids();
          case "SELL" -> book.asks();
          default -> throw HttpRefusal.badRequest("Invalid side");
        };
    return levels.isEmpty() ? "0" : BookImage.price(levels.getFirst().price());
  }

  private WireReply single(
      WireRequest request, String name, Function<BookImage, Optional<String>> figure) {
    String value =
        figure
            .apply(venue.book(token(request)))
            .orElseThrow(
                () -> HttpRefusal.notFound("No orderbook exists for the requested token id"));
    return Replies.json(Json.object().put(name, value));
  }

  private WireReply byToken(WireRequest request, Function<BookImage, Optional<String>> figure) {
    ObjectNode figures = Json.object();
    for (Wanted one : Wanted.of(venue, request)) {
      figure
          .apply(venue.book(one.token()))
          .ifPresent(value -> figures.put(one.token().id(), value));
    }
    return Replies.json(figures);
  }

  private WireReply lastTrades(WireRequest request) {
    ArrayNode trades = Json.array();
    for (Wanted one : Wanted.of(venue, request)) {
      ObjectNode trade = Json.object().put("token_id", one.token().id());
      trades.add(Json.join(trade, lastTrade(one.token())));
    }
    return Replies.json(trades);
  }

  private ObjectNode lastTrade(Token token) {
    return venue
        .lastTrade(token.market())
        .map(deal ->
            Json.object()
                .put("price", BookImage.price(deal.price()))
                .put("side", deal.side().name()))
        .orElseGet(() -> Json.object().put("price", "0.5").put("side", ""));
  }

  private Token token(WireRequest request) {
    return venue.token(
        Query.text(request, "token_id")
            .orElseThrow(() -> HttpRefusal.badRequest("Invalid token id")));
  }

  /** Empty where a side of the book is. */
  private static Optional<String> midpoint(BookImage book) {
    return isTwoSided(book)
        ? Optional.of(Decimals.format((bid(book) + ask(book)) * 5L, 5, 0))
        : Optional.empty();
  }

  private static Optional<String> spread(BookImage book) {
    return isTwoSided(book)
        ? Optional.of(Decimals.format(ask(book) - bid(book), 4, 0))
        : Optional.empty();
  }

  private static boolean isTwoSided(BookImage book) {
    return !book.bids().isEmpty() && !book.asks().isEmpty();
  }

  private static int bid(BookImage book) {
    return book.bids().getFirst().price().e4();
  }

  private static int ask(BookImage book) {
    return book.asks().getFirst().price().e4();
  }
}
