package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import pairdesk.sandbox.wire.WireRequest;

/**
 * Part of a list: from where, and how many.
 *
 * @param offset what the cursor says; a cursor that is not ours counts as the beginning
 */
record Page(int offset, int limit) {

  /**
   * @param operation Kalshi's name of it, for the error text
   */
  static Page of(WireRequest request, String operation, int usual, int most) {
    int limit = request.query("limit").map(text -> number(text, operation)).orElse(usual);
    if (limit > most) {
      throw Refused.bare(400, failed(operation, "lte"));
    }
    return new Page(
        request.query("cursor").map(Page::offset).orElse(0), limit <= 0 ? usual : limit);
  }

  private static int number(String text, String operation) {
    if (!text.matches("-?\\d{1,9}")) {
      throw Refused.bare(400, failed(operation, "number"));
    }
    int limit = Integer.parseInt(text);
    if (limit < 0) {
      throw Refused.bare(400, failed(operation, "gte"));
    }
    return limit;
  }

  private static String failed(String operation, String tag) {
    return "Parameter validation failed for "
        + operation
        + ": Key: '"
        + operation
        + "Params.Limit' Error:Field validation for 'Limit' failed on the '"
        + tag
        + "' tag";
  }

  private static int offset(String cursor) {
    try {
      String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
      return text.matches("offset:\\d{1,9}") ? Integer.parseInt(text.substring(7)) : 0;
    } catch (IllegalArgumentException _) {
      return 0;
    }
  }

  /** The page under its name, with the cursor of the next, empty on the last. */
  <T> ObjectNode write(String name, List<T> all, Function<T, JsonNode> json) {
    int from = Math.min(offset, all.size());
    int to = Math.min(all.size(), from + limit);
    ArrayNode items = Replies.array();
    all.subList(from, to).forEach(item -> items.add(json.apply(item)));
    String next = to < all.size() ? cursor(to) : "";
    ObjectNode page = Replies.object();
    page.set(name, items);
    return page.put("cursor", next);
  }

  private static String cursor(int offset) {
    return Base64.getEncoder()
        .encodeToString(("offset:" + offset).getBytes(StandardCharsets.UTF_8));
  }
}
