package pairdesk.venues.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pairdesk.venues.polymarket.SharedFiles;

/** A published description of an interface, and the schemas in it. */
final class Contract {
  private final String iri;
  private final JsonNode document;
  private final NewerTypes newer;
  private final SchemaRegistry schemas;
  private final Map<String, JsonNode> nodes = new HashMap<>();

  private Contract(String iri, JsonNode document, NewerTypes newer) {
    this.iri = iri;
    this.document = document;
    this.newer = newer;
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            dialect(document), builder -> builder.schemas(Map.of(iri, document.toString())));
  }

  /**
   * @param file name in the folder of the descriptions, YAML or JSON
   */
  static Contract of(String file) {
    return of(file, NewerTypes.NONE);
  }

  static Contract of(String file, NewerTypes newer) {
    String text = SharedFiles.text("data/specs/" + file);
    try {
      JsonMapper json = new JsonMapper();
      JsonNode document =
          file.endsWith(".json") ? json.readTree(text) : new YAMLMapper().readTree(text);
      return new Contract("https://contracts.example/" + file, document, newer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(file + " is not readable", e);
    }
  }

  private static Dialect dialect(JsonNode document) {
    return document.path("openapi").asText().startsWith("3.0")
        ? Dialects.getOpenApi30()
        : Dialects.getOpenApi31();
  }

  NewerTypes newer() {
    return newer;
  }

  JsonNode at(String pointer) {
    return nodes.computeIfAbsent(pointer, document::at);
  }

  /** The node behind the pointer, and behind its references. */
  JsonNode resolved(String pointer) {
    return at(target(pointer));
  }

  /** Where a pointer ends when references are followed. */
  String target(String pointer) {
    JsonNode reference = at(pointer).path("$ref");
    return reference.isMissingNode() ? pointer : target(reference.asText().substring(1));
  }

  /** What is wrong with a value by the schema behind the pointer, and what it does not know. */
  Stream<Finding> check(String where, String schema, JsonNode value) {
    List<Error> errors = schemas.getSchema(SchemaLocation.of(iri + "#" + schema)).validate(value);
    return Stream.concat(
        errors.stream()
            .map(error -> new Finding(where, what(error), String.valueOf(error.getMessage()))),
        new UnknownFields(this, where).in(schema, value));
  }

  private static String what(Error error) {
    String at = Places.of(error.getInstanceLocation().toString());
    String property = error.getProperty() == null ? "" : " " + error.getProperty();
    return at + ": " + error.getKeyword() + property;
  }
}
