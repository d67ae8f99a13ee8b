package pairdesk.venues.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Holds what went over a socket against an AsyncAPI description. Which message a text is, its own
 * fields tell; where several are possible, the one that fits best counts.
 */
final class SocketCheck {
  private static final JsonMapper JSON = new JsonMapper();

  private final String venue;
  private final Contract contract;
  private final List<String> kinds;

  /**
   * @param kinds the fields of which one names the kind of a message
   */
  SocketCheck(String venue, Contract contract, List<String> kinds) {
    this.venue = venue;
    this.contract = contract;
    this.kinds = kinds;
  }

  Stream<Finding> check(Frame frame) {
    if (frame.text().equals("PING") || frame.text().equals("PONG")) {
      return Stream.empty();
    }
    JsonNode message;
    try {
      message = JSON.readTree(frame.text());
    } catch (JsonProcessingException e) {
      return Stream.of(new Finding(where(frame, "text"), "(body): no JSON", frame.text()));
    }
    return message.isArray()
        ? message.valueStream().flatMap(element -> one(frame, element))
        : one(frame, message);
  }

  private Stream<Finding> one(Frame frame, JsonNode message) {
    String kind =
        kinds.stream()
            .map(field -> message.path(field).asText())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("message");
    String where = where(frame, kind);
    return payloads(message)
        .map(schema -> contract.check(where, schema, message).toList())
        .min((a, b) -> Integer.compare(a.size(), b.size()))
        .orElseGet(() -> List.of(new Finding(where, "(message): unknown", message.toString())))
        .stream();
  }

  private String where(Frame frame, String kind) {
    return venue + " " + frame.path() + " " + frame.sender() + " " + kind;
  }

  /** The schemas of the messages whose own field of the kind allows this one. */
  private Stream<String> payloads(JsonNode message) {
    return contract
        .at("/components/messages")
        .propertyStream()
        .map(Map.Entry::getKey)
        .map(name -> contract.target("/components/messages/" + name + "/payload"))
        .filter(schema -> contract.at(schema).path("type").asText().equals("object"))
        .filter(schema -> kinds.stream().allMatch(field -> allows(schema, field, message)));
  }

  private boolean allows(String schema, String field, JsonNode message) {
    String pointer = contract.target(schema + "/properties/" + field);
    JsonNode property = contract.at(pointer);
    JsonNode value = message.path(field);
    if (property.isMissingNode() || value.isMissingNode()) {
      return property.isMissingNode() && value.isMissingNode();
    }
    return contract.check("", pointer, value).findAny().isEmpty();
  }
}
