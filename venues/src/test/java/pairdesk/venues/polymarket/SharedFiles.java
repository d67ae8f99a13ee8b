package pairdesk.venues.polymarket;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Development data beside the repository; where it is missing, its tests are left out loudly. */
public final class SharedFiles {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private SharedFiles() {}

  public static List<JsonNode> vectors(String name) {
    return List.copyOf(
        json("vectors/polymarket/" + name + ".json").get("vectors").valueStream().toList());
  }

  public static JsonNode json(String path) {
    return parse(text(path));
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(String path) {
    Path file = Path.of(System.getProperty("pairdesk.shared", "../shared")).resolve(path);
    Assumptions.assumeTrue(
        Files.isReadable(file), () -> "LEFT OUT: development data is missing: " + file);
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String recorded(String path) {
    return text("data/recorded/polymarket/" + path);
  }
}
