package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a transcript with the file that a person has reviewed. Run the test with {@code
 * -Dgolden.update=true} to write the files anew, and read the difference before it is committed.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/scenarios");

  private Golden() {}

  static void check(String name, String actual) {
    Path file = FOLDER.resolve(name + ".txt");
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, actual);
      }
      assertEquals(Files.readString(file), actual, () -> "differs from " + file);
    } catch (IOException e) {
      throw new UncheckedIOException("no golden file " + file, e);
    }
  }
}
