package pairdesk.venues.kalshi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Recorded payloads, which lie beside the repository; tests of them are left out without it. */
final class Recorded {
  private static final Path FOLDER =
      Path.of(System.getProperty("pairdesk.shared", "shared"), "data", "recorded", "kalshi");

  private Recorded() {}

  static String text(String file) {
    try {
      return Files.readString(path(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a file that are not empty. */
  static List<String> lines(String file) {
    return text(file).lines().filter(line -> !line.isBlank()).toList();
  }

  private static Path path(String file) {
    Path path = FOLDER.resolve(file);
    if (!Files.exists(path)) {
      String loud = "LEFT OUT: no recorded payload " + path + "; set -Dpairdesk.shared";
      System.err.println(loud);
      Assumptions.abort(loud);
    }
    return path;
  }
}
