package pairdesk.venues.polymarket;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** Every file below the folder, by its path there. */
  public static Set<String> list(String folder) {
    Path top = Path.of(System.getProperty("pairdesk.shared", "../shared")).resolve(folder);
    Assumptions.assumeTrue(
        Files.isDirectory(top), () -> "LEFT OUT: development data is missing: " + top);
    try (Stream<Path> files = Files.walk(top)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> top.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String recorded(String path) {
    return text("data/recorded/polymarket/" + path);
  }
}
