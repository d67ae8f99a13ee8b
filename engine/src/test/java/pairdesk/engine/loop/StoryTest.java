package pairdesk.engine.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The stories in {@code scenarios/stories}: what happens, and everything that the engine then asks
 * for, in the words of the specification. {@link Story} says which words there are. Run the test
 * with {@code -Dgolden.update=true} to write the files anew, and read the difference before it is
 * committed.
 */
class StoryTest {
  private static final Path FOLDER = Path.of("src/test/resources/scenarios/stories");

  @TestFactory
  Stream<DynamicTest> goesAsTold() {
    List<Path> stories = stories();
    Assertions.assertFalse(stories.isEmpty(), "no stories in " + FOLDER);
    return stories.stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(), file.toUri(), () -> check(file)));
  }

  /** Compared as a whole, so that a difference is seen in its place. */
  private static void check(Path file) {
    String played = new Story().play(read(file));
    if (Boolean.getBoolean("golden.update")) {
      write(file, played);
    }
    Assertions.assertEquals(read(file), played);
  }

  private static List<Path> stories() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("no stories", e);
    }
  }

  private static void write(Path file, String story) {
    try {
      Files.writeString(file, story);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
