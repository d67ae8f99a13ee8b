package pairdesk.bot.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pairdesk.bot.console.Answer;

/** Compares with reviewed text; {@code -Dgolden.update=true} writes it anew. */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  public static void check(String name, Answer answer) {
    check(name, Written.answer(answer));
  }

  public static void check(String name, String text) {
    Path file = FOLDER.resolve(name + ".txt");
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, text);
      }
      assertTrue(Files.exists(file), () -> file + " is missing: run with -Dgolden.update=true");
      assertEquals(Files.readString(file), text, () -> file + " (-Dgolden.update=true if meant)");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
