package pairdesk.sandbox.wire.polymarket.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Pages of the order book service: a cursor is an offset in base64, -1 after the last page. */
public final class Paging {
  public static final String FIRST = "MA==";
  private static final String END = "LTE=";

  private Paging() {}

  /** The page at the cursor, each element made only when it is on the page. */
  public static <T> ObjectNode page(
      List<T> all, String cursor, int limit, Function<T, ? extends JsonNode> toJson) {
    int from = Math.min(offset(cursor, all.size()), all.size());
    int to = Math.min(from + limit, all.size());
    ArrayNode data = Json.array();
    all.subList(from, to).forEach(element -> data.add(toJson.apply(element)));
    ObjectNode page =
        Json.object()
            .put("limit", limit)
            .put("count", data.size())
            .put("next_cursor", to < all.size() ? encode(to) : END);
    page.set("data", data);
    return page;
  }

  static String encode(int offset) {
    return Base64.getEncoder()
        .encodeToString(Integer.toString(offset).getBytes(StandardCharsets.UTF_8));
  }

  private static int offset(String cursor, int size) {
    if (cursor.equals(END)) {
      return size;
    }
    try {
      String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
      return Integer.parseUnsignedInt(text);
    } catch (IllegalArgumentException e) {
      throw HttpRefusal.badRequest("next item should be greater than or equal to 0");
    }
  }
}
