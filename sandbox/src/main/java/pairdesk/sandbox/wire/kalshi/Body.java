package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.kalshi.Replies.Problem;

/**
 * A request body read strictly: a number where text is wanted is refused in the words of the
 * venue's decoder.
 *
 * @param struct what the decoder calls the body
 */
record Body(JsonNode node, String struct) {
  private static final String DECODING = "bad request";

  static Body of(WireRequest request, String struct) {
    boolean json =
        request.header("Content-Type").map(t -> t.startsWith("application/json")).orElse(false);
    if (!json) {
      throw Refused.nested(400, Problem.of("invalid_content_type"));
    }
    try {
      JsonNode node = Replies.JSON.readTree(request.body());
      if (node == null || !node.isObject()) {
        throw undecodable("json: the body is no object");
      }
      return new Body(node, struct);
    } catch (JsonProcessingException _) {
      throw undecodable("json: the body cannot be decoded");
    }
  }

  private static Refused undecodable(String details) {
    return Refused.flat(400, new Problem("bad_request", DECODING, details));
  }

  private Refused wrongType(String field, JsonNode value, String wanted) {
    String found =
        switch (value.getNodeType()) {
          case NUMBER -> "number";
          case BOOLEAN -> "bool";
          case STRING -> "string";
          case ARRAY -> "array";
          case OBJECT, POJO -> "object";
          case NULL, MISSING, BINARY -> "value";
        };
    return undecodable(
        "json: cannot unmarshal %s into Go struct field %s.%s of type %s"
            .formatted(found, struct, field, wanted));
  }

  private Optional<JsonNode> field(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  Optional<String> text(String name) {
    return field(name)
        .map(value -> {
          if (!value.isTextual()) {
            throw wrongType(name, value, "string");
          }
          return value.textValue();
        });
  }

  String required(String name) {
    return text(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> Refused.parameter(name + " is required"));
  }

  Optional<Long> number(String name) {
    return field(name)
        .map(value -> {
          if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw wrongType(name, value, "int64");
          }
          return value.longValue();
        });
  }

  boolean flag(String name) {
    return field(name)
        .map(value -> {
          if (!value.isBoolean()) {
            throw wrongType(name, value, "bool");
          }
          return value.booleanValue();
        })
        .orElse(false);
  }

  /** A list of texts. */
  Optional<List<String>> texts(String name) {
    return field(name)
        .map(list -> {
          if (!list.isArray()) {
            throw wrongType(name, list, "[]string");
          }
          return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
        });
  }

  List<Body> list(String name, String itemStruct) {
    JsonNode list = field(name).orElseThrow(() -> Refused.parameter(name + " is required"));
    if (!list.isArray()) {
      throw wrongType(name, list, "[]" + itemStruct);
    }
    return StreamSupport.stream(list.spliterator(), false)
        .map(item -> new Body(item, itemStruct))
        .toList();
  }

  /** Contracts in steps of a hundredth. */
  Quantity count(String name) {
    String text = required(name);
    try {
      long hundredths = Decimals.parse(text, 2);
      if (hundredths < 0) {
        throw Refused.nested(400, Problem.of("invalid_order_size", name + " is below zero"));
      }
      return Quantity.ofE6(Math.multiplyExact(hundredths, 10_000L));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw Refused.nested(400, Problem.of("invalid_order_size", name + ": " + e.getMessage()));
    }
  }

  Price price(String name) {
    String text = required(name);
    try {
      return Price.parse(text);
    } catch (IllegalArgumentException _) {
      throw Refused.nested(400, Problem.of("invalid_price", name + ": " + text));
    }
  }
}
