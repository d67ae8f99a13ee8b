package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.InstantSource;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Replies;

/** That the service is there, its time, the order version in force, and where one may trade. */
final class StatusRoutes {
  private final InstantSource clock;

  StatusRoutes(InstantSource clock) {
    this.clock = clock;
  }

  void register(Endpoints endpoints) {
    endpoints.get("/ok", c -> Replies.json(TextNode.valueOf("OK")));
    endpoints.get("/time", c -> Replies.json(LongNode.valueOf(clock.instant().getEpochSecond())));
    endpoints.get("/version", c -> Replies.json(Json.object().put("version", 2)));
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
