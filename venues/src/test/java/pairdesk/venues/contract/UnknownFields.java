package pairdesk.venues.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the fields of a value that its schema does not name, which validators let pass. */
final class UnknownFields {
  private final Contract contract;
  private final String where;
  private final List<Finding> found = new ArrayList<>();

  UnknownFields(Contract contract, String where) {
    this.contract = contract;
    this.where = where;
  }

  Stream<Finding> in(String schema, JsonNode value) {
    walk(schema, value, "");
    return found.stream().distinct();
  }

  private void walk(String pointer, JsonNode value, String at) {
    String schema = contract.target(pointer);
    if (value.isArray()) {
      value.forEach(element -> walk(schema + "/items", element, at + "[]"));
    } else if (value.isObject()) {
      value.properties().forEach(field -> field(schema, field.getKey(), field.getValue(), at));
    }
  }

  private void field(String schema, String name, JsonNode value, String at) {
    String place = Places.field(at, name);
    String property = property(schema, name);
    if (!property.isEmpty()) {
      walk(property, value, place);
    } else if (isClosed(schema) && !contract.newer().knows(typeName(schema), name, value)) {
      found.add(new Finding(where, place + ": unknown", value.toString()));
    }
  }

  /** The last of {@code /components/schemas/Market}. */
  private static String typeName(String schema) {
    return schema.substring(schema.lastIndexOf('/') + 1);
  }

  /** Where the field is described; empty when it is not. */
  private String property(String schema, String name) {
    String own = schema + "/properties/" + escaped(name);
    if (!contract.at(own).isMissingNode()) {
      return own;
    }
    JsonNode parts = contract.at(schema + "/allOf");
    for (int i = 0; i < parts.size(); i++) {
      String inherited = property(contract.target(schema + "/allOf/" + i), name);
      if (!inherited.isEmpty()) {
        return inherited;
      }
    }
    String other = schema + "/additionalProperties";
    return contract.at(other).isObject() ? other : "";
  }

  /** A schema that names no field at all says nothing about them. */
  private boolean isClosed(String schema) {
    JsonNode node = contract.at(schema);
    return node.has("properties") || node.has("allOf");
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
