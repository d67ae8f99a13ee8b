package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** What a client must know of a token before it signs; named in the query or in the path. */
final class ParameterRoutes {
  private final Venue venue;

  ParameterRoutes(Venue venue) {
    this.venue = venue;
  }

  void register(Endpoints endpoints) {
    register(endpoints, "/tick-size", this::tickSize);
    register(endpoints, "/neg-risk", ParameterRoutes::negRisk);
    register(endpoints, "/fee-rate", this::feeRate);
  }

  private void register(Endpoints endpoints, String path, Function<Token, ObjectNode> parameter) {
    endpoints.get(
        path,
        request ->
            Replies.json(
                parameter.apply(
                    venue.token(
                        Query.text(request, "token_id")
                            .orElseThrow(() -> HttpRefusal.badRequest("Invalid token id"))))));
    endpoints.get(
        path + "/{token}",
        request -> Replies.json(parameter.apply(venue.token(request.pathParam("token")))));
  }

  private ObjectNode tickSize(Token token) {
    return Json.object().put("minimum_tick_size", venue.book(token).tick().number());
  }

  private static ObjectNode negRisk(Token token) {
    return Json.object().put("neg_risk", token.listing().event().negRisk());
  }

  private ObjectNode feeRate(Token token) {
    return Json.object().put("base_fee", ListingRecords.baseFee(venue.state(token.market())));
  }
}
