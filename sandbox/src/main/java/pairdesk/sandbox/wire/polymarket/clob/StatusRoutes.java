package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** That the service is there, its time, the order version in force, and where one may trade. */
final class StatusRoutes {
  private final Venue venue;

  StatusRoutes(Venue venue) {
    this.venue = venue;
  }

  void register(Endpoints endpoints) {
    endpoints.get("/ok", c -> Replies.json(TextNode.valueOf("OK")));
    endpoints.get(
        "/time", c -> Replies.json(LongNode.valueOf(venue.clock().instant().getEpochSecond())));
    endpoints.get(
        "/version", c -> Replies.json(Json.object().put("version", venue.mode().orderVersion())));
    endpoints.get(
        "/api/geoblock",
        c ->
            Replies.json(
                Json.object()
                    .put("blocked", false)
                    .put("ip", "127.0.0.1")
                    .put("country", "CH")
                    .put("region", "ZH")));
  }
}
