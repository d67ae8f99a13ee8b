package pairdesk.sandbox.wire.discord.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pairdesk.sandbox.wire.discord.form.ComponentType;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.world.Guild;

/** From a form and what was typed into it to the data of its submission. */
final class ModalFilling {
  private static final int LONGEST = 4000;

  private final Guild guild;

  ModalFilling(Guild guild) {
    this.guild = guild;
  }

  ObjectNode data(JsonNode modal, JsonNode values) {
    values.fieldNames().forEachRemaining(customId -> requireField(modal, customId));
    ObjectNode data = Json.object().put("custom_id", modal.path("custom_id").asText());
    ArrayNode components = data.putArray("components");
    Resolver resolver = new Resolver(guild);
    for (JsonNode component : modal.path("components")) {
      ObjectNode filled =
          Json.object()
              .put("type", component.path("type").asInt())
              .put("id", component.path("id").asInt());
      if (component.has("component")) {
        filled.set("component", control(component.get("component"), values, resolver));
      } else if (component.has("components")) {
        filled
            .putArray("components")
            .add(control(component.get("components").path(0), values, resolver));
      }
      components.add(filled);
    }
    if (!resolver.resolved().isEmpty()) {
      data.set("resolved", resolver.resolved());
    }
    return data;
  }

  private static ObjectNode control(JsonNode control, JsonNode values, Resolver resolver) {
    String customId = control.path("custom_id").asText();
    String field = "values." + customId;
    ObjectNode filled =
        Json.object()
            .put("type", control.path("type").asInt())
            .put("id", control.path("id").asInt())
            .put("custom_id", customId);
    if (ComponentType.of(control).filter(type -> type == ComponentType.TEXT_INPUT).isPresent()) {
      return filled.put("value", text(control, values.path(customId).asText(""), field));
    }
    return filled.set("values", choices(control, values.path(customId), resolver, field));
  }

  private static String text(JsonNode input, String typed, String field) {
    boolean required = input.path("required").asBoolean(true);
    int least = Math.max(input.path("min_length").asInt(0), required ? 1 : 0);
    int most = input.path("max_length").asInt(LONGEST);
    if (typed.isEmpty() && !required) {
      return typed;
    }
    if (typed.length() < least || typed.length() > most) {
      throw UserError.wrongLength(field, least, most);
    }
    return typed;
  }

  private static ArrayNode choices(
      JsonNode select, JsonNode values, Resolver resolver, String field) {
    boolean required = select.path("required").asBoolean(true);
    return values.isEmpty() && !required
        ? Json.array()
        : Pressing.selection(select, values, resolver, field);
  }

  private static void requireField(JsonNode modal, String customId) {
    if (Pressing.find(modal.path("components"), customId).isEmpty()) {
      throw UserError.wrong("values." + customId, "the form has no such field");
    }
  }
}
