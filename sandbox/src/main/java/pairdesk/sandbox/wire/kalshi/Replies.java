package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.WireReply;

/** Kalshi's replies, and its three shapes of an error. */
final class Replies {
  static final JsonMapper JSON = new JsonMapper();

  private Replies() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  static WireReply json(int status, JsonNode body) {
    return WireReply.json(status, text(body));
  }

  /** {@code {"error":{"code","message","details"?}}}, the usual shape. */
  static WireReply nested(int status, Problem problem) {
    return json(status, object().set("error", problem.json()));
  }

  /** {@code {"code","message","details"}}, for bodies that cannot be decoded. */
  static WireReply flat(int status, Problem problem) {
    return json(status, problem.json());
  }

  /** {@code {"msg"}}, for query parameters. */
  static WireReply bare(int status, String message) {
    return json(status, object().put("msg", message));
  }

  static WireReply tooManyRequests() {
    return json(429, object().put("error", "too many requests"));
  }

  /** What is wrong, in Kalshi's words. */
  record Problem(String code, String message, @Nullable String details) {
    static Problem of(String code) {
      return new Problem(code, code.replace('_', ' '), null);
    }

    static Problem of(String code, String details) {
      return new Problem(code, code.replace('_', ' '), details);
    }

    ObjectNode json() {
      ObjectNode node = object().put("code", code).put("message", message);
      if (details != null) {
        node.put("details", details);
      }
      return node;
    }
  }
}
