package pairdesk.sandbox.wire.polymarket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Test vectors of the development data, where it lies beside the checkout. */
public final class Vectors {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Vectors() {}

  public static List<JsonNode> polymarket(String file) {
    Path path =
        Path.of(System.getProperty("pairdesk.shared", "../shared"), "vectors/polymarket", file);
    Assumptions.assumeTrue(
        Files.exists(path), "LEFT OUT: no development data at " + path.toAbsolutePath());
    try {
      List<JsonNode> vectors = JSON.readTree(path.toFile()).get("vectors").valueStream().toList();
      if (vectors.isEmpty()) {
        throw new IllegalStateException(path + " holds no vectors");
      }
      return vectors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
