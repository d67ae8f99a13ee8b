package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pairdesk demo --script}: found, approved, traded, shown, and the books agree. */
class DemoScriptIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void tradesAndTheBooksAgree() throws InterruptedException {
    try (Program demo = Program.start(folder, Map.of(), "demo", "--script")) {
      int code = demo.await(LIMIT);
      String said = demo.output();
      assertAll(
          said,
          () -> assertEquals(0, code),
          () -> assertSaid(said, "candidates with a score of 80 or more"),
          () -> assertSaid(said, "two-leg trades complete"),
          () -> assertSaid(said, "/positions"),
          () -> assertSaid(said, "[pnl.png]"),
          () ->
              assertSaid(
                  said, "the sandbox's truth and the desk's ledger agree, and no leg is unhedged"),
          () -> assertSaid(said, "the desk stopped cleanly"));
    }
  }

  private static void assertSaid(String said, String wanted) {
    assertTrue(said.contains(wanted), () -> "it did not say: " + wanted);
  }
}
