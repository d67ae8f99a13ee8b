package pairdesk.sandbox.wire.polymarket.gamma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;

/**
 * Gamma's two ways to page: plain lists by offset, which end early, and by a cursor.
 *
 * @param name of the list: events or markets
 * @param mostByCursor the largest page by cursor
 */
record Pages(String name, int mostByCursor) {
  private static final int MOST_BY_OFFSET = 100;
  private static final int USUAL = 20;
  private static final int LAST_OFFSET = 2_000;

  <T> WireReply byOffset(WireRequest request, List<T> all, Function<T, ? extends JsonNode> toJson) {
    ArrayNode page = Json.array();
    part(request, all).forEach(element -> page.add(toJson.apply(element)));
    return Replies.json(page);
  }

  /** What offset and limit leave of a list. */
  <T> List<T> part(WireRequest request, List<T> all) {
    int offset = Query.number(request, "offset", 0);
    if (offset > LAST_OFFSET) {
      throw invalid("offset too large, use /%s/keyset".formatted(name));
    }
    int limit = Math.min(Query.number(request, "limit", USUAL), MOST_BY_OFFSET);
    return all.stream().skip(offset).limit(limit).toList();
  }

  <T> WireReply byCursor(WireRequest request, List<T> all, Function<T, ? extends JsonNode> toJson) {
    if (Query.text(request, "offset").isPresent()) {
      throw invalid("offset is not supported, use after_cursor");
    }
    int from = Query.text(request, "after_cursor").map(Pages::decode).orElse(0);
    int limit = Math.clamp(Query.number(request, "limit", USUAL), 1, mostByCursor);
    int to = Math.min(from + limit, all.size());
    ObjectNode answer = Json.object();
    ArrayNode page = answer.putArray(name);
    all.subList(Math.min(from, to), to).forEach(element -> page.add(toJson.apply(element)));
    if (to < all.size()) {
      answer.put("next_cursor", encode(to));
    }
    return Replies.json(answer);
  }

  private static String encode(int from) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("after:" + from).getBytes(StandardCharsets.UTF_8));
  }

  private static int decode(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.matches("after:[0-9]{1,9}")) {
        return Integer.parseInt(text.substring("after:".length()));
      }
      throw invalid("invalid after_cursor");
    } catch (IllegalArgumentException e) {
      throw invalid("invalid after_cursor");
    }
  }

  private static HttpRefusal invalid(String error) {
    return new HttpRefusal(
        422, Json.object().put("type", "validation error").put("error", error), Map.of());
  }
}
