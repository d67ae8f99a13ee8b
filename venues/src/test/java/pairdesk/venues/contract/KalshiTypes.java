package pairdesk.venues.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Kalshi's own client declares: calls, and the fields of their answers. */
final class KalshiTypes implements NewerTypes {
  private static final Path FOLDER =
      Path.of("../sandbox/src/test/node/kalshi-official/node_modules/kalshi-typescript/dist");
  private static final Pattern INTERFACE =
      Pattern.compile("^export interface (\\w+) \\{\\n(.*?)^}", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile("^ {4}'(\\w+)'\\??: (.+);$", Pattern.MULTILINE);
  private static final Pattern CHOICES =
      Pattern.compile(
          "^export declare const (\\w+): \\{\\n(.*?)^};", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CHOICE = Pattern.compile(": \"(.*)\";$", Pattern.MULTILINE);
  private static final Pattern CALL =
      Pattern.compile(
          "^ {8}(\\w+): \\(.*?localVarPath = `([^`]+)`.*?method: '(\\w+)'",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern RESULT =
      Pattern.compile(
          "^ {4}(\\w+)\\(.*\\): Promise<import\\(\"axios\"\\)\\.AxiosResponse<(.+?), any",
          Pattern.MULTILINE);

  private final Map<String, Map<String, String>> records = new HashMap<>();
  private final Map<String, List<String>> choices = new HashMap<>();
  private final Map<String, String> calls = new HashMap<>();
  private final Map<String, String> results = new HashMap<>();

  private KalshiTypes() {
    for (String text : texts("models", ".d.ts")) {
      each(INTERFACE, text, found -> records.put(found.group(1), pairs(FIELD, found.group(2))));
      each(CHOICES, text, found -> choices.put(found.group(1), firsts(found.group(2))));
    }
    for (String text : texts("api", ".js")) {
      each(CALL, text, found -> calls.put(found.group(3) + found.group(2), found.group(1)));
    }
    texts("api", ".d.ts").forEach(text -> results.putAll(pairs(RESULT, text)));
  }

  /** Says loudly that it is left out where the client is not installed. */
  static KalshiTypes installed() {
    assumeTrue(
        Files.isDirectory(FOLDER),
        "LEFT OUT: Kalshi's client is not installed; run:"
            + " npm ci --prefix sandbox/src/test/node/kalshi-official");
    return new KalshiTypes();
  }

  @Override
  public boolean knows(String type, String field, JsonNode value) {
    String declared = records.getOrDefault(type, Map.of()).get(field);
    return declared != null && fits(declared, value);
  }

  @Override
  public boolean knows(Exchanged exchange, String path) {
    String call = calls.get(exchange.method() + path);
    String result = call == null ? null : results.get(call);
    if (result == null || exchange.status() >= 300) {
      return false;
    }
    if (result.equals("void")) {
      return exchange.responseBody().isEmpty();
    }
    try {
      return fits(result, new JsonMapper().readTree(exchange.responseBody()));
    } catch (JsonProcessingException _) {
      return false;
    }
  }

  private boolean fits(String type, JsonNode value) {
    List<String> alternatives = List.of(type.split(" \\| "));
    String wanted = alternatives.getFirst();
    if (value.isNull()) {
      return alternatives.contains("null");
    }
    if (wanted.startsWith("Array<")) {
      String element = wanted.substring(6, wanted.length() - 1);
      return value.isArray() && value.valueStream().allMatch(item -> fits(element, item));
    }
    if (choices.containsKey(wanted)) {
      return choices.get(wanted).contains(value.asText());
    }
    if (records.containsKey(wanted)) {
      return value.isObject()
          && value.propertyStream().allMatch(f -> knows(wanted, f.getKey(), f.getValue()));
    }
    return switch (wanted) {
      case "string" -> value.isTextual();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> false;
    };
  }

  private static Map<String, String> pairs(Pattern pattern, String text) {
    var pairs = new HashMap<String, String>();
    each(pattern, text, found -> pairs.put(found.group(1), found.group(2)));
    return pairs;
  }

  private static List<String> firsts(String text) {
    var firsts = new ArrayList<String>();
    each(CHOICE, text, found -> firsts.add(found.group(1)));
    return firsts;
  }

  private static void each(Pattern pattern, String text, Consumer<Matcher> action) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      action.accept(matcher);
    }
  }

  private static List<String> texts(String kind, String ending) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(kind))) {
      var texts = new ArrayList<String>();
      for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
