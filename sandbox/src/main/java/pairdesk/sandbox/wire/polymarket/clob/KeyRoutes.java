package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.auth.ApiKey;
import pairdesk.sandbox.wire.polymarket.auth.ApiKeys;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.signing.KeyRequest;

/** API keys: made and found again by a wallet's signature, listed and deleted by a key. */
final class KeyRoutes {
  private final Access access;
  private final ApiKeys keys;

  KeyRoutes(Access access, ApiKeys keys) {
    this.access = access;
    this.keys = keys;
  }

  void register(Endpoints endpoints) {
    endpoints.post("/auth/api-key", this::create);
    endpoints.get("/auth/derive-api-key", this::derive);
    endpoints.get("/auth/api-keys", this::list);
    endpoints.delete("/auth/api-key", this::delete);
    endpoints.get("/auth/ban-status/closed-only", this::banStatus);
  }

  private WireReply create(WireRequest request) {
    KeyRequest wanted = access.wallet(request);
    ApiKey key =
        keys.create(wanted.address(), wanted.nonce())
            .orElseThrow(() -> HttpRefusal.badRequest("Could not create api key"));
    return Replies.json(credentials(key));
  }

  private WireReply derive(WireRequest request) {
    KeyRequest wanted = access.wallet(request);
    ApiKey key =
        keys.derive(wanted.address(), wanted.nonce())
            .orElseThrow(() -> HttpRefusal.badRequest("Could not derive api key!"));
    return Replies.json(credentials(key));
  }

  private WireReply list(WireRequest request) {
    ApiKey caller = access.key(request);
    ObjectNode answer = Json.object();
    answer.set("apiKeys", Json.texts(keys.of(caller.owner()).stream().map(ApiKey::id).toList()));
    return Replies.json(answer);
  }

  private WireReply delete(WireRequest request) {
    keys.delete(access.key(request));
    return Replies.json(TextNode.valueOf("OK"));
  }

  private WireReply banStatus(WireRequest request) {
    access.key(request);
    return Replies.json(Json.object().put("closed_only", false));
  }

  private static ObjectNode credentials(ApiKey key) {
    return Json.object()
        .put("apiKey", key.id())
        .put("secret", key.secret())
        .put("passphrase", key.passphrase());
  }
}
