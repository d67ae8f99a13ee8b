package pairdesk.sandbox.wire.discord.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import pairdesk.sandbox.wire.discord.form.ComponentType;
import pairdesk.sandbox.wire.discord.form.OptionType;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.world.Guild;

/**
 * A button pressed or values selected: whether the message has such a component and what it sends.
 */
final class Pressing {
  private final Guild guild;

  Pressing(Guild guild) {
    this.guild = guild;
  }

  /** The interaction's data for a component of these components. */
  ObjectNode data(JsonNode components, String customId, JsonNode values) {
    JsonNode component =
        find(components, customId)
            .orElseThrow(() -> UserError.unknown("custom_id", "no such component: " + customId));
    if (component.path("disabled").asBoolean(false)) {
      throw UserError.wrong("custom_id", "this component is disabled");
    }
    ObjectNode data =
        Json.object()
            .put("custom_id", customId)
            .put("component_type", component.path("type").asInt())
            .put("id", component.path("id").asInt());
    if (ComponentType.of(component).filter(ComponentType::isSelect).isPresent()) {
      fillSelection(data, component, values);
    }
    return data;
  }

  private void fillSelection(ObjectNode data, JsonNode select, JsonNode values) {
    Resolver resolver = new Resolver(guild);
    data.set("values", selection(select, values, resolver, "values"));
    if (!resolver.resolved().isEmpty()) {
      data.set("resolved", resolver.resolved());
    }
  }

  /** The chosen values, checked against the select's options and limits. */
  static ArrayNode selection(JsonNode select, JsonNode values, Resolver resolver, String field) {
    int least = select.path("min_values").asInt(1);
    int most = select.path("max_values").asInt(1);
    if (values.size() < least || values.size() > most) {
      throw UserError.wrong(field, "choose %d to %d".formatted(least, most));
    }
    ArrayNode chosen = Json.array();
    for (JsonNode value : values) {
      chosen.add(chosen(select, value.asText(), resolver, field));
    }
    return chosen;
  }

  private static JsonNode chosen(JsonNode select, String value, Resolver resolver, String field) {
    return switch (ComponentType.of(select).orElseThrow()) {
      case STRING_SELECT ->
          select
              .path("options")
              .valueStream()
              .map(option -> option.path("value"))
              .filter(known -> known.asText().equals(value))
              .findFirst()
              .orElseThrow(() -> UserError.wrong(field, "no such option: " + value));
      case USER_SELECT -> resolver.resolve(OptionType.USER, field, value);
      case ROLE_SELECT -> resolver.resolve(OptionType.ROLE, field, value);
      case MENTIONABLE_SELECT -> resolver.resolve(OptionType.MENTIONABLE, field, value);
      case CHANNEL_SELECT -> resolver.resolve(OptionType.CHANNEL, field, value);
      case ACTION_ROW,
          BUTTON,
          TEXT_INPUT,
          SECTION,
          TEXT_DISPLAY,
          THUMBNAIL,
          MEDIA_GALLERY,
          FILE,
          SEPARATOR,
          CONTAINER,
          LABEL ->
          throw UserError.wrong(field, "this component has no values");
    };
  }

  /** Looks through the whole tree. */
  static Optional<JsonNode> find(JsonNode components, String customId) {
    List<JsonNode> holders = components.findParents("custom_id");
    return holders.stream()
        .filter(holder -> holder.path("custom_id").asText().equals(customId))
        .findFirst();
  }
}
