package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import pairdesk.engine.market.MarketId;
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

/** Books and the prices that follow from them, by token. */
final class BookRoutes {
  private static final int MOST_BOOKS = 500;

  private final Venue venue;

  BookRoutes(Venue venue) {
    this.venue = venue;
  }

  void register(Endpoints endpoints) {
    endpoints.get("/book", c -> Replies.json(book(c).rest()));
    endpoints.post("/books", this::books);
    endpoints.get("/price", this::price);
    endpoints.get("/midpoint", c -> Replies.json(Json.object().put("mid", midpoint(book(c)))));
    endpoints.get("/spread", c -> Replies.json(Json.object().put("spread", spread(book(c)))));
    endpoints.get("/last-trade-price", this::lastTrade);
    endpoints.get("/tick-size", this::tickSize);
    endpoints.get("/neg-risk", this::negRisk);
    endpoints.get("/fee-rate", this::feeRate);
  }

  private WireReply books(WireRequest request) {
    List<JsonNode> wanted =
        Json.parse(request.body())
            .filter(JsonNode::isArray)
            .map(array -> array.valueStream().toList())
            .orElseThrow(() -> HttpRefusal.badRequest("Invalid payload"));
    if (wanted.size() > MOST_BOOKS) {
      throw HttpRefusal.badRequest("Payload exceeds the limit");
    }
    ArrayNode books = Json.array();
    wanted.stream()
        .map(entry -> venue.listings().token(entry.path("token_id").asText()))
        .flatMap(Optional::stream)
        .filter(token -> !Venue.isResolved(venue.state(token.market())))
        .forEach(token -> books.add(venue.book(token).rest()));
    return Replies.json(books);
  }

  /** A buyer is told the best bid, a seller the best ask: what others of this side offer. */
  private WireReply price(WireRequest request) {
    BookImage book = book(request);
    String side = Query.text(request, "side").orElse("");
    List<Level> levels =
        switch (side) {
          case "BUY" -> book.bids();
          case "SELL" -> book.asks();
          default -> throw HttpRefusal.badRequest("Invalid side");
        };
    String price = levels.isEmpty() ? "0" : BookImage.price(levels.getFirst().price());
    return Replies.json(Json.object().put("price", price));
  }

  private WireReply lastTrade(WireRequest request) {
    MarketId market = token(request).market();
    ObjectNode answer =
        venue
            .lastTrade(market)
            .map(deal ->
                Json.object()
                    .put("price", BookImage.price(deal.price()))
                    .put("side", deal.side().name()))
            .orElseGet(() -> Json.object().put("price", "0.5").put("side", ""));
    return Replies.json(answer);
  }

  private WireReply tickSize(WireRequest request) {
    return Replies.json(Json.object().put("minimum_tick_size", book(request).tick().number()));
  }

  private WireReply negRisk(WireRequest request) {
    return Replies.json(Json.object().put("neg_risk", token(request).listing().event().negRisk()));
  }

  private WireReply feeRate(WireRequest request) {
    int leftover = token(request).listing().trading().feeRateE4() > 0 ? ListingRecords.BASE_FEE : 0;
    return Replies.json(Json.object().put("base_fee", leftover));
  }

  private BookImage book(WireRequest request) {
    return venue.book(token(request));
  }

  private Token token(WireRequest request) {
    return venue.token(
        Query.text(request, "token_id")
            .orElseThrow(() -> HttpRefusal.badRequest("Invalid token id")));
  }

  private static String midpoint(BookImage book) {
    requireBothSides(book);
    int sum = book.bids().getFirst().price().e4() + book.asks().getFirst().price().e4();
    return Decimals.format(sum * 5L, 5, 0);
  }

  private static String spread(BookImage book) {
    requireBothSides(book);
    int spread = book.asks().getFirst().price().e4() - book.bids().getFirst().price().e4();
    return Decimals.format(spread, 4, 0);
  }

  private static void requireBothSides(BookImage book) {
    if (book.bids().isEmpty() || book.asks().isEmpty()) {
      throw HttpRefusal.notFound("No orderbook exists for the requested token id");
    }
  }
}
