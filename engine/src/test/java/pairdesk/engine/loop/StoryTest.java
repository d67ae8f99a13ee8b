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
 * for, in the words of the specification. {@link Story} says which words there are.
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
                file.getFileName().toString(), file.toUri(), () -> check(read(file))));
  }

  /** Compared as a whole, so that a difference is seen in its place. */
  private static void check(String told) {
    Assertions.assertEquals(told, new Story().play(told));
  }

  private static List<Path> stories() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("no stories", e);
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
