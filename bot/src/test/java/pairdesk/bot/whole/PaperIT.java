package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.sandbox.demo.Patience;

/** PAPER from outside: trades on the sandbox's books, of which the sandbox never hears. */
class PaperIT {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  @Tag("fault:S3")
  void tradesOnPaperSendsNothingAndKeepsItsPositionsOverAKill()
      throws IOException, InterruptedException {
    try (Rig rig = Rig.start(folder)) {
      rig.goPaper();
      Rig.Watched pair = rig.approvePair();
      pair.openGap();
      pair.awaitExecution("PAPER · COMPLETE");
      pair.closeGap();
      List<String> held = rig.positions("paper");
      assertEquals(2, held.size(), held::toString);
      assertEquals(List.of(), rig.positions("real"));
      rig.killAndRestart();
      Patience.untilTrue(
          "the paper positions to be back", Rig.LIMIT, () -> rig.positions("paper").equals(held));
      assertEquals(List.of(), rig.control().changes());
      assertEquals(List.of(0L, 0L), pair.legs());
    }
  }
}
