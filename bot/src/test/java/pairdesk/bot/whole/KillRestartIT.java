package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The desk dies while it trades, at an instant that the seed decides, and is started again: no
 * order goes twice, the books agree, and trading goes on.
 */
class KillRestartIT {
  private static final Duration LIMIT = Duration.ofMinutes(6);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void theBooksAgreeAfterAKill(long seed) throws InterruptedException {
    String text = Long.toString(seed);
    try (Program demo =
        Program.start(folder, Map.of(), "demo", "--script", "--kill", text, "--seed", text)) {
      int code = demo.await(LIMIT);
      String said = demo.output();
      assertAll(
          said,
          () -> assertEquals(0, code),
          () -> assertTrue(said.contains("killing the desk after"), "it was not killed"),
          () ->
              assertTrue(
                  said.contains("the sandbox's truth and the desk's ledger agree"),
                  "the books were not compared"));
    }
  }
}
