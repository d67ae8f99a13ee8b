package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.JsonNode;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.auth.ApiKey;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Replies;

/** {@code POST /v1/heartbeats}: each answer holds the id that the next request must send. */
final class HeartbeatRoutes {
  private final Access access;
  private final Heartbeats heartbeats;

  HeartbeatRoutes(Access access, Heartbeats heartbeats) {
    this.access = access;
    this.heartbeats = heartbeats;
  }

  void register(Endpoints endpoints) {
    endpoints.post("/v1/heartbeats", this::beat);
  }

  private WireReply beat(WireRequest request) {
    ApiKey key = access.key(request);
    String given =
        Json.parse(request.body())
            .map(body -> body.path("heartbeat_id"))
            .filter(JsonNode::isTextual)
            .map(JsonNode::textValue)
            .orElse("");
    return Replies.json(Json.object().put("heartbeat_id", heartbeats.beat(key, given)));
  }
}
