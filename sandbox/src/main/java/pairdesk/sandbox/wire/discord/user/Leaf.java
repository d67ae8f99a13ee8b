package pairdesk.sandbox.wire.discord.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.sandbox.wire.discord.command.Command;
import pairdesk.sandbox.wire.discord.form.OptionType;
import pairdesk.sandbox.wire.discord.protocol.Json;

/**
 * Something that can be invoked: a command, or one of its subcommands.
 *
 * @param steps the subcommand group and subcommand on the way, outermost first
 */
record Leaf(Command command, List<JsonNode> steps, JsonNode definition) {

  /** All leaves of a command. */
  static List<Leaf> of(Command command) {
    return below(new Leaf(command, List.of(), command.json()));
  }

  private static List<Leaf> below(Leaf parent) {
    List<JsonNode> nested =
        parent
            .options()
            .filter(option -> OptionType.of(option).filter(OptionType::isNested).isPresent())
            .toList();
    if (nested.isEmpty()) {
      return List.of(parent);
    }
    List<Leaf> leaves = new ArrayList<>();
    for (JsonNode step : nested) {
      List<JsonNode> steps = Stream.concat(parent.steps.stream(), Stream.of(step)).toList();
      leaves.addAll(below(new Leaf(parent.command, steps, step)));
    }
    return leaves;
  }

  /** As typed, such as {@code mode set}. */
  String fullName() {
    return String.join(
        " ",
        Stream.concat(Stream.of(command.name()), steps.stream().map(s -> s.path("name").asText()))
            .toList());
  }

  Stream<JsonNode> options() {
    return definition.path("options").valueStream();
  }

  Optional<JsonNode> option(String name) {
    return options().filter(option -> option.path("name").asText().equals(name)).findFirst();
  }

  /** The interaction's data: the filled options inside the subcommands. */
  ObjectNode data(ArrayNode filled) {
    ArrayNode inner = filled;
    for (JsonNode step : steps.reversed()) {
      ArrayNode outer = Json.array();
      outer
          .addObject()
          .put("type", step.path("type").asInt())
          .put("name", step.path("name").asText())
          .set("options", inner);
      inner = outer;
    }
    ObjectNode data =
        Json.object().put("id", command.id().toString()).put("name", command.name()).put("type", 1);
    if (command.json().has("guild_id")) {
      data.put("guild_id", command.json().path("guild_id").asText());
    }
    data.set("options", inner);
    return data;
  }

  /** For the command list of a person. */
  ObjectNode described() {
    ObjectNode node =
        Json.object()
            .put("name", fullName())
            .put("description", definition.path("description").asText());
    ArrayNode list = node.putArray("options");
    options().forEach(option -> list.add(describe(option)));
    return node;
  }

  private static ObjectNode describe(JsonNode option) {
    ObjectNode node =
        Json.object()
            .put("name", option.path("name").asText())
            .put("description", option.path("description").asText())
            .put("type", OptionType.of(option).map(OptionType::label).orElse("unknown"))
            .put("required", option.path("required").asBoolean(false))
            .put("autocomplete", option.path("autocomplete").asBoolean(false));
    node.set("choices", option.path("choices").isArray() ? option.path("choices") : Json.array());
    for (String limit : List.of("min_value", "max_value", "min_length", "max_length")) {
      if (Json.has(option, limit)) {
        node.set(limit, option.get(limit));
      }
    }
    return node;
  }
}
