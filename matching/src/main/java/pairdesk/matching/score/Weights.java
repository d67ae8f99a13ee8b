package pairdesk.matching.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What each feature counts, as fitted and as kept in a file.
 *
 * @param source who fitted them on what, for a person
 * @param bias what speaks for a pair of which no feature says anything
 * @param values by the features' names, in their order
 */
public record Weights(String source, double bias, Map<String, Double> values) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double DECIMALS = 10_000;
  private static final List<String> NAMES =
      Stream.concat(Features.USUAL.names().stream(), Stream.of(SentenceCosine.NAME)).toList();

  /** Fails when a feature lacks a weight: a silent zero would change every score. */
  public Weights {
    for (String name : Features.USUAL.names()) {
      if (!values.containsKey(name)) {
        throw new IllegalArgumentException("no weight for the feature " + name);
      }
    }
    values = Map.copyOf(values);
  }

  /** Those that ship with the module. */
  public static Weights load() {
    try (InputStream in = Weights.class.getResourceAsStream("weights.json")) {
      if (in == null) {
        throw new IllegalStateException("weights.json missing from the jar");
      }
      return of(JSON.readTree(in));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("weights.json", unreadable);
    }
  }

  /** Those of a file that {@link #write} wrote; fails with a sentence that names what is wrong. */
  public static Weights read(Path file) throws IOException {
    try {
      return of(JSON.readTree(file.toFile()));
    } catch (IllegalArgumentException wrong) {
      throw new IOException(file + ": " + wrong.getMessage(), wrong);
    }
  }

  private static Weights of(JsonNode file) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String name : NAMES) {
      JsonNode value = file.path("weights").path(name);
      if (value.isNumber()) {
        values.put(name, value.doubleValue());
      }
    }
    if (!file.path("bias").isNumber()) {
      throw new IllegalArgumentException("no bias");
    }
    return new Weights(file.path("source").asText(""), file.path("bias").doubleValue(), values);
  }

  /** In the order of the features, four decimals: small differences in a review. */
  public void write(Path file) throws IOException {
    ObjectNode out = JSON.createObjectNode();
    out.put("source", source);
    out.put("bias", rounded(bias));
    ObjectNode weights = out.putObject("weights");
    NAMES.stream()
        .filter(values::containsKey)
        .forEach(name -> weights.put(name, rounded(value(name))));
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(out) + "\n");
  }

  /** Whether they count what a model of sentences says; without it they say nothing. */
  public boolean needSentences() {
    return values.containsKey(SentenceCosine.NAME);
  }

  /** Of a feature that exists. */
  double value(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no weight for the feature " + name);
    }
    return value;
  }

  private static double rounded(double weight) {
    return Math.round(weight * DECIMALS) / DECIMALS;
  }
}
