package pairdesk.venues.net;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/**
 * A JSON object of the outside. What is required must be there: an absent, null or misshapen field
 * is a failed read that names the field, never zero and never a default. What we do not know is
 * ignored. Depth, length and duplicate keys are limited while parsing.
 */
public final class Fields {
  private static final int MOST_DIGITS = 60;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(40)
                          .maxNumberLength(MOST_DIGITS)
                          .maxStringLength(2 << 20)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final JsonNode node;
  private final String path;

  private Fields(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /**
   * @throws VenueException when the text is no JSON object within the limits
   */
  public static Fields parse(String json) {
    JsonNode root = tree(json);
    if (!root.isObject()) {
      throw new VenueException("no JSON object: " + Redactor.redact(json));
    }
    return new Fields(root, "");
  }

  /**
   * The objects of a JSON array.
   *
   * @throws VenueException when the text is no array of objects within the limits
   */
  public static List<Fields> parseList(String json) {
    JsonNode root = tree(json);
    if (!root.isArray()) {
      throw new VenueException("no JSON array: " + Redactor.redact(json));
    }
    return new Fields(root, "").elements(root, "");
  }

  /**
   * The texts of a JSON array of texts.
   *
   * @throws VenueException when the text is anything else
   */
  public static List<String> parseTexts(String json) {
    JsonNode root = tree(json);
    if (!root.isArray()) {
      throw new VenueException("no JSON array: " + Redactor.redact(json));
    }
    return texts(root, () -> new VenueException("want texts: " + Redactor.redact(json)));
  }

  /** What fields there are, in their order. */
  public List<String> names() {
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Whether the field is there and not null. */
  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  public boolean isText(String name) {
    return node.path(name).isTextual();
  }

  public String text(String name) {
    JsonNode value = required(name);
    if (!value.isTextual()) {
      throw bad(name, "want text");
    }
    return value.textValue();
  }

  /** The text, or empty when the venue leaves it out. */
  public String textOrEmpty(String name) {
    return has(name) ? text(name) : "";
  }

  /** A number or a text, as decimal text: {@code 65776.62}. */
  public String decimalOrEmpty(String name) {
    if (!has(name)) {
      return "";
    }
    JsonNode value = node.get(name);
    if (!value.isNumber()) {
      return text(name);
    }
    BigDecimal number = value.decimalValue();
    if (Math.abs((long) number.scale()) > MOST_DIGITS) { // written out it could fill the memory
      throw bad(name, "want a number of ordinary size");
    }
    return number.toPlainString();
  }

  public long integer(String name) {
    JsonNode value = required(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw bad(name, "want a whole number");
    }
    return value.longValue();
  }

  /**
   * A whole number read by an exact maker of ours.
   *
   * @param maker throws {@code IllegalArgumentException} or {@code ArithmeticException} for what it
   *     does not accept
   */
  public <T> T whole(String name, LongFunction<T> maker) {
    long number = integer(name);
    try {
      return maker.apply(number);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new VenueException("field " + path + name + ": " + e.getMessage(), e);
    }
  }

  public boolean flag(String name) {
    JsonNode value = required(name);
    if (!value.isBoolean()) {
      throw bad(name, "want true or false");
    }
    return value.booleanValue();
  }

  public Fields object(String name) {
    JsonNode value = required(name);
    if (!value.isObject()) {
      throw bad(name, "want an object");
    }
    return new Fields(value, path + name + ".");
  }

  /** The objects of a list that must be there, and may be empty. */
  public List<Fields> list(String name) {
    JsonNode value = required(name);
    if (!value.isArray()) {
      throw bad(name, "want a list");
    }
    return elements(value, name);
  }

  /** The rows of a list of lists of texts that must be there, such as the levels of a book. */
  public List<List<String>> rows(String name) {
    required(name);
    return rowsOrEmpty(name);
  }

  /** As {@link #rows}; none when absent. */
  public List<List<String>> rowsOrEmpty(String name) {
    var rows = new ArrayList<List<String>>();
    for (JsonNode row : arrayOrNothing(name)) {
      var texts = new ArrayList<String>(row.size());
      for (JsonNode cell : row) {
        if (!cell.isTextual()) {
          throw bad(name, "want rows of texts");
        }
        texts.add(cell.textValue());
      }
      rows.add(texts);
    }
    return rows;
  }

  /** The texts of a list; none when absent. */
  public List<String> textsOrEmpty(String name) {
    return texts(arrayOrNothing(name), () -> bad(name, "want texts"));
  }

  public Price price(String name) {
    return exact(name, Price::parse);
  }

  public Quantity quantity(String name) {
    return exact(name, Quantity::parse);
  }

  public Usd usd(String name) {
    return exact(name, Usd::parse);
  }

  /** An RFC 3339 moment. */
  public Instant instant(String name) {
    try {
      return OffsetDateTime.parse(text(name)).toInstant();
    } catch (DateTimeParseException e) {
      throw new VenueException("field " + path + name + " is no moment", e);
    }
  }

  public Optional<Instant> instantIfAny(String name) {
    return has(name) && !text(name).isEmpty() ? Optional.of(instant(name)) : Optional.empty();
  }

  /**
   * A text read by an exact parser of ours.
   *
   * @param parser throws {@code IllegalArgumentException} for what it does not accept
   */
  public <T> T exact(String name, Function<String, T> parser) {
    String text = text(name);
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new VenueException("field " + path + name + ": " + e.getMessage(), e);
    }
  }

  /** The failure of a field that is there but not as documented. */
  public VenueException bad(String name, String want) {
    String found = Redactor.redact(String.valueOf(node.get(name)));
    return new VenueException("field " + path + name + ": " + want + ", found " + found);
  }

  private List<Fields> elements(JsonNode array, String name) {
    var elements = new ArrayList<Fields>(array.size());
    for (JsonNode element : array) {
      if (!element.isObject()) {
        throw bad(name, "want a list of objects");
      }
      elements.add(new Fields(element, path + name + "[" + elements.size() + "]."));
    }
    return elements;
  }

  private JsonNode arrayOrNothing(String name) {
    JsonNode value = node.path(name);
    if (!value.isArray() && has(name)) {
      throw bad(name, "want a list");
    }
    return value;
  }

  private static List<String> texts(JsonNode array, Supplier<VenueException> bad) {
    var texts = new ArrayList<String>();
    for (JsonNode text : array) {
      if (!text.isTextual()) {
        throw bad.get();
      }
      texts.add(text.textValue());
    }
    return texts;
  }

  private JsonNode required(String name) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      throw new VenueException("field " + path + name + " is missing");
    }
    return value;
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException | NumberFormatException e) { // the latter for an odd exponent
      throw new VenueException("no JSON: " + Redactor.redact(json), e);
    }
  }
}
