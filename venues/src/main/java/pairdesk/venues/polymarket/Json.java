package pairdesk.venues.polymarket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import pairdesk.venues.net.Redactor;
import pairdesk.venues.net.VenueException;

/**
 * One value of an answer, read strictly: a member that is asked for and missing fails the read by
 * its name, unknown members are ignored. Numbers keep every decimal.
 *
 * @param where what is read, for messages: {@code book.bids}
 */
record Json(String where, JsonNode node) {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .nodeFactory(new JsonNodeFactory(true))
          .build();

  /**
   * @throws VenueException when it is no JSON
   */
  static Json parse(String where, String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return new Json(where, node == null ? MissingNode.getInstance() : node);
    } catch (JsonProcessingException e) {
      throw new VenueException(where + ": no JSON: " + Redactor.redact(text), e);
    }
  }

  /** The text of a value that we made ourselves. */
  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("our own record is no JSON", e);
    }
  }

  /** A member that must be there and not null. */
  Json at(String name) {
    return find(name)
        .orElseThrow(() -> new VenueException(where + ": no \"" + name + "\" in the answer"));
  }

  /** A member that may be missing or null. */
  Optional<Json> find(String name) {
    JsonNode member = node.path(name);
    return member.isMissingNode() || member.isNull()
        ? Optional.empty()
        : Optional.of(new Json(where + "." + name, member));
  }

  /** The elements of an array. */
  List<Json> elements() {
    if (!node.isArray()) {
      throw new VenueException(where + ": not a list");
    }
    return node.valueStream().map(element -> new Json(where, element)).toList();
  }

  boolean isArray() {
    return node.isArray();
  }

  boolean isObject() {
    return node.isObject();
  }

  String text(String name) {
    return at(name).asText();
  }

  /** The text, or the empty one when it is missing or null. */
  String textOrEmpty(String name) {
    return find(name).map(Json::asText).orElse("");
  }

  boolean flag(String name) {
    Json member = at(name);
    if (!member.node.isBoolean()) {
      throw new VenueException(member.where + ": not true or false");
    }
    return member.node.booleanValue();
  }

  /** False when it is missing or null. */
  boolean isSet(String name) {
    return find(name).isPresent() && flag(name);
  }

  /** A number, or a text that holds one, as a plain decimal. */
  String decimal(String name) {
    return at(name).asDecimal();
  }

  String asDecimal() {
    return node.isNumber() ? node.decimalValue().toPlainString() : asText();
  }

  String asText() {
    if (!node.isTextual()) {
      throw new VenueException(where + ": not a text");
    }
    return node.textValue();
  }

  /** A whole number, or a text that holds one. */
  long integer(String name) {
    Json member = at(name);
    try {
      return Long.parseLong(member.asDecimal());
    } catch (NumberFormatException e) {
      throw new VenueException(member.where + ": not a whole number", e);
    }
  }
}
