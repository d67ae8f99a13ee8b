package pairdesk.sandbox.wire.discord.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pairdesk.sandbox.wire.discord.protocol.Json;

/**
 * Components as Discord gives them back: each with a number of its own, defaults filled in, media
 * with URLs.
 */
final class ComponentShape {
  private static final List<String> NESTED = List.of("accessory", "component");

  private final Media media;
  private int lastId;

  private ComponentShape(Media media) {
    this.media = media;
  }

  static ArrayNode complete(JsonNode components, Media media) {
    ArrayNode shaped = Json.array();
    ComponentShape shape = new ComponentShape(media);
    for (JsonNode component : components) {
      ObjectNode copy = component.deepCopy();
      shape.fill(copy);
      shaped.add(copy);
    }
    return shaped;
  }

  /** All text that a tree of components displays, for mentions. */
  static String text(JsonNode components) {
    return String.join(
        " ", components.findValues("content").stream().map(JsonNode::asText).toList());
  }

  private void fill(ObjectNode component) {
    dropNulls(component);
    lastId++;
    if (component.path("id").asInt() == 0) {
      component.put("id", lastId);
    }
    ComponentType.of(component).ifPresent(type -> fillDefaults(type, component));
    for (JsonNode child : component.path("components")) {
      fill((ObjectNode) child);
    }
    for (String place : NESTED) {
      if (component.get(place) instanceof ObjectNode child) {
        fill(child);
      }
    }
  }

  private void fillDefaults(ComponentType type, ObjectNode component) {
    switch (type) {
      case STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT -> {
        orElse(component, "min_values", 1);
        orElse(component, "max_values", 1);
      }
      case CONTAINER -> {
        component.put("spoiler", component.path("spoiler").asBoolean(false));
        if (!component.has("accent_color")) {
          component.putNull("accent_color");
        }
      }
      case SEPARATOR -> {
        component.put("divider", component.path("divider").asBoolean(true));
        orElse(component, "spacing", 1);
      }
      case THUMBNAIL -> fillMedia(component, "media");
      case MEDIA_GALLERY ->
          component.path("items").forEach(item -> fillMedia((ObjectNode) item, "media"));
      case FILE -> fillFile(component);
      case ACTION_ROW, BUTTON, TEXT_INPUT, SECTION, TEXT_DISPLAY, LABEL -> {}
    }
  }

  private void fillMedia(ObjectNode holder, String field) {
    holder.put("spoiler", holder.path("spoiler").asBoolean(false));
    if (!holder.has("description")) {
      holder.putNull("description");
    }
    if (holder.get(field) instanceof ObjectNode item) {
      media.unfurl(item);
    }
  }

  private void fillFile(ObjectNode component) {
    component.put("spoiler", component.path("spoiler").asBoolean(false));
    if (component.get("file") instanceof ObjectNode item) {
      Optional<ObjectNode> named =
          media
              .find(item.path("url").asText())
              .map(file ->
                  component.put("name", file.file().name()).put("size", file.file().size()));
      if (named.isEmpty()) {
        component.set("name", TextNode.valueOf(item.path("url").asText()));
        component.put("size", 0);
      }
      media.unfurl(item);
    }
  }

  private static void orElse(ObjectNode component, String field, int fallback) {
    if (!component.has(field)) {
      component.put(field, fallback);
    }
  }

  private static void dropNulls(ObjectNode component) {
    component.remove(
        component
            .propertyStream()
            .filter(entry -> entry.getValue().isNull())
            .map(Map.Entry::getKey)
            .toList());
  }
}
