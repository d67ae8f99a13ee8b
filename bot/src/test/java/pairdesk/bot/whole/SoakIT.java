package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.sandbox.demo.Patience;

/**
 * The desk trades LIVE while the venues misbehave, one fault after the other. At every checkpoint
 * the books agree to the last unit; in the end nothing has leaked. {@code -Dsoak.seconds=1800} is
 * the long form, {@code -Dsoak.seed} another course.
 */
class SoakIT {
  private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("soak.seconds", 60));
  private static final long SEED = Long.getLong("soak.seed", 1);
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(20);
  private static final int PAIRS = 25;

  /** Room that caches and a history of bounded length may take. */
  private static final long HEAP_ROOM_MIB = 48;

  private static final long THREAD_ROOM = 10;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final Random chance = new Random(SEED);
  private final List<Figures> checkpoints = new ArrayList<>();

  @Test
  @Tag("fault:U2")
  @Tag("fault:U7")
  void booksAgreeAndNothingLeaksWhileVenuesMisbehave() throws IOException {
    try (Rig rig = Rig.lively(folder, SEED)) {
      rig.approve(PAIRS);
      Instant end = Instant.now().plus(LENGTH);
      do {
        rig.goLive();
        misbehave(rig, Instant.now().plus(BETWEEN_CHECKPOINTS));
        checkpoint(rig);
      } while (Instant.now().isBefore(end));
      nothingHasLeaked();
      assertEquals(Set.of(), rig.doubled());
    }
  }

  private void misbehave(Rig rig, Instant until) {
    while (Instant.now().isBefore(until)) {
      String fault = Mischief.some(chance);
      rig.control().post("rules", fault);
      Instant next = Instant.now().plusMillis(1_000 + chance.nextInt(3_000));
      Patience.untilTrue(
          "the next fault", Duration.ofSeconds(10), () -> Instant.now().isAfter(next));
    }
    rig.control().forgetRules();
  }

  private void checkpoint(Rig rig) {
    rig.goMonitor();
    rig.awaitAgreement();
    rig.collect();
    Figures figures = rig.figures();
    checkpoints.add(figures);
    System.out.printf(
        "soak seed %d, checkpoint %d: the books agree; %d trades, %d connections made, heap %d MiB,"
            + " %d threads%n",
        SEED,
        checkpoints.size(),
        figures.completed(),
        figures.connects(),
        figures.heapMiB(),
        figures.threads());
  }

  /** The first checkpoint is taken for warm; a later one has only bounded room beyond it. */
  private void nothingHasLeaked() {
    Figures first = checkpoints.getFirst();
    Figures last = checkpoints.getLast();
    assertTrue(last.completed() > 0, "no trade was completed");
    assertTrue(last.connects() > 4, "no stream was ever connected again");
    assertTrue(
        last.heapMiB() <= first.heapMiB() + HEAP_ROOM_MIB,
        () -> "heap " + first.heapMiB() + " MiB, then " + last.heapMiB());
    assertTrue(
        last.threads() <= first.threads() + THREAD_ROOM,
        () -> "threads " + first.threads() + ", then " + last.threads());
  }
}
