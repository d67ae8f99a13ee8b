package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.auth.ApiKey;
import pairdesk.sandbox.wire.polymarket.auth.BuilderKeys;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.signing.Address;

/** Keys beside the trading key: read-only ones, and those that open the relayer. */
final class SpecialKeyRoutes {
  private final Access access;
  private final BuilderKeys builderKeys;
  private final Supplier<String> ids;
  private final Map<Address, List<String>> readOnly = new ConcurrentHashMap<>();

  SpecialKeyRoutes(Access access, BuilderKeys builderKeys, Supplier<String> ids) {
    this.access = access;
    this.builderKeys = builderKeys;
    this.ids = ids;
  }

  void register(Endpoints endpoints) {
    endpoints.post("/auth/readonly-api-key", this::createReadOnly);
    endpoints.get("/auth/readonly-api-keys", this::listReadOnly);
    endpoints.delete("/auth/readonly-api-key", this::deleteReadOnly);
    endpoints.post("/auth/builder-api-key", this::createBuilder);
    endpoints.get("/auth/builder-api-key", this::listBuilder);
    endpoints.delete("/auth/builder-api-key", this::deleteBuilder);
  }

  private WireReply createReadOnly(WireRequest request) {
    List<String> keys = readOnlyOf(access.key(request));
    String id = ids.get();
    keys.add(id);
    return Replies.json(Json.object().put("apiKey", id));
  }

  private WireReply listReadOnly(WireRequest request) {
    return Replies.json(Json.texts(readOnlyOf(access.key(request))));
  }

  private WireReply deleteReadOnly(WireRequest request) {
    List<String> keys = readOnlyOf(access.key(request));
    String key =
        Json.parse(request.body())
            .map(body -> body.path("key"))
            .filter(JsonNode::isTextual)
            .map(JsonNode::textValue)
            .orElseThrow(() -> HttpRefusal.badRequest("Invalid payload"));
    return Replies.json(BooleanNode.valueOf(keys.remove(key)));
  }

  private List<String> readOnlyOf(ApiKey caller) {
    return readOnly.computeIfAbsent(caller.owner(), _ -> new CopyOnWriteArrayList<>());
  }

  private WireReply createBuilder(WireRequest request) {
    ApiKey made = builderKeys.create(access.key(request).owner());
    return Replies.json(
        Json.object()
            .put("key", made.id())
            .put("secret", made.secret())
            .put("passphrase", made.passphrase()));
  }

  private WireReply listBuilder(WireRequest request) {
    ArrayNode keys = Json.array();
    builderKeys
        .of(access.key(request).owner())
        .forEach(key -> keys.addObject().put("key", key.id()));
    return Replies.json(keys);
  }

  private WireReply deleteBuilder(WireRequest request) {
    builderKeys.revoke(access.key(request).owner());
    return Replies.json(TextNode.valueOf("OK"));
  }
}
