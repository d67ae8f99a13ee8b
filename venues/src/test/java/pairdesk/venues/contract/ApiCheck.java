package pairdesk.venues.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds what went over HTTP against an OpenAPI description. */
final class ApiCheck {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String JSON_SCHEMA = "/content/application~1json/schema";

  private final String venue;
  private final Contract contract;
  private final String prefix;

  /**
   * @param prefix of our paths, which the description does not have
   */
  ApiCheck(String venue, Contract contract, String prefix) {
    this.venue = venue;
    this.contract = contract;
    this.prefix = prefix;
  }

  Stream<Finding> check(Exchanged seen) {
    String path = seen.path().substring(prefix.length());
    Optional<String> template = template(path, seen.method());
    if (template.isEmpty() && contract.newer().knows(seen, path)) {
      return Stream.empty();
    }
    if (template.isEmpty()) {
      String where = venue + " " + seen.method() + " " + unnamed(path);
      return Stream.of(new Finding(where, "(path): unknown", seen.path()));
    }
    String where = venue + " " + seen.method() + " " + template.get();
    String operation =
        "/paths/" + escaped(template.get()) + "/" + seen.method().toLowerCase(Locale.ROOT);
    return Stream.of(
            query(where, operation, seen.query()),
            request(where, operation, seen.requestBody()),
            response(where, operation, seen))
        .flatMap(findings -> findings);
  }

  private Stream<Finding> query(String where, String operation, Map<String, List<String>> query) {
    List<String> parameters = parameters(operation);
    Stream<Finding> missing =
        parameters.stream()
            .filter(at -> contract.at(at).path("required").asBoolean())
            .map(at -> contract.at(at).get("name").asText())
            .filter(name -> !query.containsKey(name))
            .map(name -> new Finding(where + " query", name + ": required", "none"));
    Stream<Finding> given =
        query.entrySet().stream()
            .flatMap(entry -> parameter(where, parameters, entry.getKey(), entry.getValue()));
    return Stream.concat(missing, given);
  }

  private Stream<Finding> parameter(
      String where, List<String> parameters, String name, List<String> values) {
    return parameters.stream()
        .filter(at -> contract.at(at).get("name").asText().equals(name))
        .findFirst()
        .map(at ->
            contract
                .check(where + " query " + name, at + "/schema", value(at, values))
                .map(found -> new Finding(where + " query", name + found.what(), found.sample())))
        .orElseGet(() -> Stream.of(new Finding(where + " query", name + ": unknown", "" + values)));
  }

  /** A parameter's text as the value that its schema speaks of. */
  private JsonNode value(String parameter, List<String> values) {
    String type = contract.resolved(parameter + "/schema").path("type").asText();
    String first = values.getFirst();
    return switch (type) {
      case "integer", "number", "boolean" -> parsed(first).orElse(text(first));
      case "array" -> {
        var list = JsonNodeFactory.instance.arrayNode();
        values.forEach(list::add);
        yield list;
      }
      default -> text(first);
    };
  }

  private static JsonNode text(String text) {
    return JsonNodeFactory.instance.textNode(text);
  }

  private List<String> parameters(String operation) {
    String path = operation.substring(0, operation.lastIndexOf('/'));
    return Stream.of(path, operation)
        .flatMap(at ->
            IntStream.range(0, contract.at(at + "/parameters").size())
                .mapToObj(i -> contract.target(at + "/parameters/" + i)))
        .filter(at -> contract.at(at).path("in").asText().equals("query"))
        .toList();
  }

  private Stream<Finding> request(String where, String operation, String body) {
    String described = contract.target(operation + "/requestBody");
    boolean known = !contract.at(described + JSON_SCHEMA).isMissingNode();
    if (body.isEmpty()) {
      return known && contract.at(described).path("required").asBoolean()
          ? Stream.of(new Finding(where + " request", "(body): required", "none"))
          : Stream.empty();
    }
    return known
        ? json(where + " request", described + JSON_SCHEMA, body)
        : Stream.of(new Finding(where + " request", "(body): unknown", body));
  }

  private Stream<Finding> response(String where, String operation, Exchanged seen) {
    String answer = where + " " + seen.status();
    String responses = operation + "/responses/";
    String described =
        contract.target(
            contract.at(responses + seen.status()).isMissingNode()
                ? responses + "default"
                : responses + seen.status());
    if (contract.at(described).isMissingNode()) {
      return Stream.of(new Finding(answer, "(status): unknown", seen.responseBody()));
    }
    return contract.at(described + JSON_SCHEMA).isMissingNode()
        ? Stream.empty()
        : json(answer, described + JSON_SCHEMA, seen.responseBody());
  }

  private Stream<Finding> json(String where, String schema, String body) {
    return parsed(body)
        .map(value -> contract.check(where, schema, value))
        .orElseGet(() -> Stream.of(new Finding(where, "(body): no JSON", body)));
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  /** The described path that fits: one without variables before one with them. */
  private Optional<String> template(String path, String method) {
    return contract
        .at("/paths")
        .propertyStream()
        .filter(entry -> entry.getValue().has(method.toLowerCase(Locale.ROOT)))
        .map(Map.Entry::getKey)
        .filter(template -> path.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
        .min(Comparator.comparingInt(template -> template.split("\\{").length));
  }

  /** A path without what names one thing of many: numbers, hashes, tickers in capitals. */
  private static String unnamed(String path) {
    return path.replaceAll("/(0x[0-9a-f]+|\\d+|[0-9a-f]{8}-[0-9a-f-]+|[A-Z0-9][A-Z0-9.-]+)", "/{}");
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
