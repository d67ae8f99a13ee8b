package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.ArrayNode;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** Books by token, one or several. */
final class BookRoutes {
  private final Venue venue;

  BookRoutes(Venue venue) {
    this.venue = venue;
  }

  void register(Endpoints endpoints) {
    endpoints.get("/book", this::book);
    endpoints.get("/books", this::books);
    endpoints.post("/books", this::books);
  }

  private WireReply book(WireRequest request) {
    String token =
        Query.text(request, "token_id")
            .orElseThrow(() -> HttpRefusal.badRequest("Invalid token id"));
    return Replies.json(venue.book(venue.token(token)).rest());
  }

  private WireReply books(WireRequest request) {
    ArrayNode books = Json.array();
    Wanted.of(venue, request).forEach(one -> books.add(venue.book(one.token()).rest()));
    return Replies.json(books);
  }
}
