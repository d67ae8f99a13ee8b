package pairdesk.sandbox.wire.discord.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** JSON trees in and out. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** The ids as an array of decimal strings. */
  public static ArrayNode ids(Collection<Snowflake> ids) {
    ArrayNode array = array();
    ids.forEach(id -> array.add(id.toString()));
    return array;
  }

  public static ArrayNode array(Collection<? extends JsonNode> nodes) {
    return array().addAll(nodes);
  }

  /**
   * Reads one JSON object.
   *
   * @throws ApiError 50109 when the text is not a JSON object
   */
  public static ObjectNode readObject(String text) {
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw ApiError.invalidJson(e);
    }
    throw ApiError.invalidJson(null);
  }

  /**
   * Reads any JSON value.
   *
   * @throws ApiError 50109 when the text is not JSON
   */
  public static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw ApiError.invalidJson(e);
    }
  }

  /** Whether the field is there and not null: Discord's clients send {@code null} for "not set". */
  public static boolean has(JsonNode node, String field) {
    return node.hasNonNull(field);
  }
}
