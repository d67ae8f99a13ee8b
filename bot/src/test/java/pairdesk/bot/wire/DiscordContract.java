package pairdesk.bot.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pairdesk.bot.wire.DiscordTap.Exchanged;

/** Holds exchanges against Discord's own description of its REST interface. */
public final class DiscordContract {
  private static final String IRI = "https://discord.example/openapi.json";
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern PAYLOAD =
      Pattern.compile("name=\"payload_json\".*?\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);

  private final JsonNode document;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new HashMap<>();

  /**
   * @param file the description, OpenAPI 3.1
   */
  public DiscordContract(Path file) throws IOException {
    String text = Files.readString(file);
    this.document = JSON.readTree(text);
    this.registry =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(IRI, text)));
  }

  /** What is not as described, one line each; empty when everything is. */
  public Stream<String> problems(Exchanged seen) {
    Optional<String> template = template(seen);
    if (template.isEmpty()) {
      return Stream.of(seen.method() + " " + seen.path() + ": no such operation");
    }
    String where = seen.method() + " " + template.get();
    String operation =
        "/paths/" + escaped(template.get()) + "/" + seen.method().toLowerCase(Locale.ROOT);
    return Stream.concat(request(where, operation, seen), answer(where, operation, seen));
  }

  private Stream<String> request(String where, String operation, Exchanged seen) {
    String body = body(seen);
    if (body.isEmpty()) {
      boolean required = document.at(operation + "/requestBody/required").asBoolean();
      return required ? Stream.of(where + ": a body is required") : Stream.empty();
    }
    return json(where + " request", operation + "/requestBody" + content(), body);
  }

  private Stream<String> answer(String where, String operation, Exchanged seen) {
    String responses = operation + "/responses/";
    String exact = responses + seen.status();
    String wide = responses + seen.status() / 100 + "XX";
    String described = document.at(exact).isMissingNode() ? wide : exact;
    if (document.at(described).isMissingNode()) {
      return Stream.of(where + ": no answer " + seen.status() + " is described");
    }
    String schema = described + content();
    return document.at(schema).isMissingNode() || seen.answer().isEmpty()
        ? Stream.empty()
        : json(where + " " + seen.status(), schema, seen.answer());
  }

  private static String content() {
    return "/content/application~1json/schema";
  }

  /** As JSON, also where files travel with it. */
  private static String body(Exchanged seen) {
    String text = seen.request().string(StandardCharsets.UTF_8);
    if (!seen.form().startsWith("multipart/")) {
      return text;
    }
    Matcher payload = PAYLOAD.matcher(text);
    return payload.find() ? payload.group(1) : "";
  }

  private Stream<String> json(String where, String schema, String text) {
    if (document.at(schema).isMissingNode()) {
      return Stream.of(where + ": no body is described, sent " + text);
    }
    try {
      JsonNode value = JSON.readTree(text);
      return errors(schema, value).stream()
          .map(error -> where + " " + error.getInstanceLocation() + ": " + error.getMessage());
    } catch (JsonProcessingException e) {
      return Stream.of(where + ": no JSON: " + text);
    }
  }

  private List<Error> errors(String schema, JsonNode value) {
    return schemas
        .computeIfAbsent(schema, at -> registry.getSchema(SchemaLocation.of(IRI + "#" + at)))
        .validate(value);
  }

  /** The described path that fits: one without variables before one with them. */
  private Optional<String> template(Exchanged seen) {
    return document
        .at("/paths")
        .propertyStream()
        .filter(entry -> entry.getValue().has(seen.method().toLowerCase(Locale.ROOT)))
        .map(Map.Entry::getKey)
        .filter(path -> seen.path().matches(path.replaceAll("\\{[^}]+}", "[^/]+")))
        .min(Comparator.comparingInt(path -> path.split("\\{", -1).length));
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
