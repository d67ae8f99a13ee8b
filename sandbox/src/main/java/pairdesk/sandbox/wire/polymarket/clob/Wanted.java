package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/**
 * A token that a request for several names, in its body or, with {@code GET}, in lists of its
 * query.
 *
 * @param side BUY, SELL, or empty where the request does not say
 */
record Wanted(Token token, String side) {
  private static final int MOST = 500;

  private record Named(String token, String side) {}

  /** Those that have a book; unknown and resolved ones are passed over. */
  static List<Wanted> of(Venue venue, WireRequest request) {
    List<Named> named = request.method().equals("GET") ? inQuery(request) : inBody(request);
    if (named.size() > MOST) {
      throw HttpRefusal.badRequest("Payload exceeds the limit");
    }
    return named.stream()
        .flatMap(one -> listed(venue, one).stream())
        .filter(one -> !Venue.isResolved(venue.state(one.token().market())))
        .toList();
  }

  private static Optional<Wanted> listed(Venue venue, Named named) {
    return venue.listings().token(named.token()).map(token -> new Wanted(token, named.side()));
  }

  private static List<Named> inQuery(WireRequest request) {
    List<String> tokens = Query.list(request, "token_ids");
    List<String> sides = Query.list(request, "sides");
    if (tokens.isEmpty()) {
      throw HttpRefusal.badRequest("Invalid payload");
    }
    var named = new ArrayList<Named>();
    for (int i = 0; i < tokens.size(); i++) {
      named.add(new Named(tokens.get(i), i < sides.size() ? sides.get(i) : ""));
    }
    return named;
  }

  private static List<Named> inBody(WireRequest request) {
    return Json.parse(request.body())
        .filter(JsonNode::isArray)
        .orElseThrow(() -> HttpRefusal.badRequest("Invalid payload"))
        .valueStream()
        .map(entry -> new Named(entry.path("token_id").asText(), entry.path("side").asText("")))
        .toList();
  }
}
