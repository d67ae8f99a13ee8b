package pairdesk.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.VenueId;

/**
 * A JSON object that knows where it stands, so that a complaint names the field, and which of its
 * fields were asked for, so that none is overlooked.
 */
final class Input {
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode node;
  private final String path;
  private final Set<String> asked = new HashSet<>();
  private final List<Input> parts = new ArrayList<>();

  Input(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  static Input parse(String body) {
    try {
      JsonNode node = JSON.readTree(body);
      if (node == null || !node.isObject()) {
        throw new BadInput("", "want a JSON object");
      }
      return new Input(node, "");
    } catch (JsonProcessingException e) {
      throw new BadInput("", "no JSON: " + e.getOriginalMessage());
    }
  }

  private String at(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  private JsonNode get(String field) {
    asked.add(field);
    return node.path(field);
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  /** Complains about a field that nobody asked for: most likely it is misspelt. */
  void refuseOthers() {
    node.fieldNames()
        .forEachRemaining(field -> {
          if (!asked.contains(field)) {
            throw new BadInput(at(field), "is not known here");
          }
        });
    parts.forEach(Input::refuseOthers);
  }

  /** The object under this name, an empty one when there is none. */
  Input object(String field) {
    JsonNode child = get(field);
    if (!child.isMissingNode() && !child.isObject()) {
      throw new BadInput(at(field), "want an object");
    }
    JsonNode part = child.isMissingNode() ? JsonNodeFactory.instance.objectNode() : child;
    return part(new Input(part, at(field)));
  }

  private Input part(Input part) {
    parts.add(part);
    return part;
  }

  Optional<String> text(String field) {
    JsonNode value = get(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new BadInput(at(field), "want a text");
    }
    return Optional.of(value.textValue());
  }

  @Nullable String textOrNull(String field) {
    return text(field).orElse(null);
  }

  String required(String field) {
    return text(field).orElseThrow(() -> new BadInput(at(field), "is required"));
  }

  /** A text that the given reader makes something of. */
  <T> T read(String field, Function<String, T> reader) {
    String text = required(field);
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | ArithmeticException _) {
      throw new BadInput(at(field), "cannot be read: " + text);
    }
  }

  int number(String field, int usual) {
    JsonNode value = get(field);
    if (value.isMissingNode()) {
      return usual;
    }
    if (!value.isInt()) {
      throw new BadInput(at(field), "want a whole number");
    }
    return value.intValue();
  }

  /** A whole number that is not below the least one. */
  int numberFrom(int least, String field, int usual) {
    int number = number(field, usual);
    if (number < least) {
      throw new BadInput(at(field), "want " + least + " or more");
    }
    return number;
  }

  boolean flag(String field, boolean usual) {
    JsonNode value = get(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw new BadInput(at(field), "want true or false");
    }
    return value.asBoolean(usual);
  }

  /** A span of time from here on. */
  Duration span(String field, int usual) {
    return Duration.ofMillis(numberFrom(0, field, usual));
  }

  Pattern pattern(String field) {
    try {
      return Pattern.compile(text(field).orElse(""));
    } catch (PatternSyntaxException e) {
      throw new BadInput(at(field), "no regular expression: " + e.getDescription());
    }
  }

  VenueId venue(String field) {
    return switch (required(field)) {
      case "kalshi" -> VenueId.KALSHI;
      case "polymarket" -> VenueId.POLYMARKET;
      default -> throw new BadInput(at(field), "want kalshi or polymarket");
    };
  }

  List<Input> list(String field) {
    JsonNode list = get(field);
    if (!list.isArray()) {
      throw new BadInput(at(field), "want a list");
    }
    var items = new ArrayList<Input>();
    for (int i = 0; i < list.size(); i++) {
      items.add(part(new Input(list.get(i), at(field) + "[" + i + "]")));
    }
    return items;
  }

  BadInput wrong(String field, String problem) {
    return new BadInput(at(field), problem);
  }
}
