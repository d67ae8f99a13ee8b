package pairdesk.sandbox.wire.discord.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import pairdesk.sandbox.wire.discord.protocol.Json;

/**
 * Embeds as Discord gives them back: of type rich, without empty parts, with the URLs of their
 * files.
 */
final class EmbedShape {
  private EmbedShape() {}

  static ArrayNode complete(JsonNode embeds, Media media) {
    ArrayNode shaped = Json.array();
    for (JsonNode embed : embeds) {
      shaped.add(complete(embed.<ObjectNode>deepCopy(), media));
    }
    return shaped;
  }

  private static ObjectNode complete(ObjectNode embed, Media media) {
    embed.put("type", "rich");
    List<String> empty =
        embed
            .propertyStream()
            .filter(entry ->
                entry.getValue().isNull()
                    || (entry.getValue().isContainerNode() && entry.getValue().isEmpty()))
            .map(Map.Entry::getKey)
            .toList();
    embed.remove(empty);
    for (String place : List.of("image", "thumbnail")) {
      if (embed.get(place) instanceof ObjectNode picture) {
        media.resolve(picture, "url");
      }
    }
    for (String place : List.of("footer", "author")) {
      if (embed.get(place) instanceof ObjectNode line) {
        media.resolve(line, "icon_url");
      }
    }
    for (JsonNode field : embed.path("fields")) {
      ((ObjectNode) field).put("inline", field.path("inline").asBoolean(false));
    }
    return embed;
  }
}
