package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.persistence.EmbeddedDatabase;
import pairdesk.sandbox.demo.Patience;

/**
 * The desk is killed at random instants, just after a gap has opened, while it recovers, and twice
 * in a row; sandbox and database go on. Nothing is lost and nothing is there twice, by the
 * sandbox's own word. {@code -Dkills=100} is the long form, {@code -Dkill.seed} another course.
 */
class KillCampaignIT {
  private static final int KILLS = Integer.getInteger("kills", 20);
  private static final long SEED = Long.getLong("kill.seed", 1);
  private static final int PAIRS = 15;
  private static final Duration GAP_PATIENCE = Duration.ofSeconds(5);
  private static final int KILLS_BETWEEN_CHECKPOINTS = 5;

  /** Answers take so long that many a kill finds an order on its way. */
  private static final String SLOW_ORDERS =
      "{'when':{'method':'POST','path':'order','percent':50},'do':{'type':'delay','millis':150}}";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final Random chance = new Random(SEED);
  private final List<Rig.Watched> pairs = new ArrayList<>();
  private final List<Duration> recoveries = new ArrayList<>();
  private int twice;
  private int trading;

  @Test
  @Tag("fault:K17")
  void nothingIsLostAndNothingIsThereTwice() throws IOException, InterruptedException {
    try (var database = EmbeddedDatabase.start(folder.resolve("database"));
        Rig rig = Rig.lively(folder, SEED, database.url())) {
      while (pairs.size() < PAIRS) {
        pairs.add(rig.approvePair());
      }
      rig.control().post("rules", SLOW_ORDERS);
      int kills = 0;
      int compared = 0;
      while (kills < KILLS) {
        rig.keepTrading();
        long before = sent(rig);
        awaitInstant(rig, before);
        trading += sent(rig) > before ? 1 : 0;
        kills += kill(rig);
        if (kills >= compared + KILLS_BETWEEN_CHECKPOINTS || kills >= KILLS) {
          checkpoint(rig, kills);
          compared = kills;
        }
      }
      invariantsHold(rig);
      report();
    }
  }

  /** Any instant, or one just after the desk has begun to answer a gap. */
  private void awaitInstant(Rig rig, long sentBefore) {
    if (chance.nextBoolean()) {
      pause(300 + chance.nextInt(3_000));
      return;
    }
    pairs.get(chance.nextInt(pairs.size())).openGap();
    long end = System.nanoTime() + GAP_PATIENCE.toNanos();
    Patience.untilTrue(
        "an order, or none",
        GAP_PATIENCE.multipliedBy(2),
        () -> sent(rig) > sentBefore || System.nanoTime() > end);
    pause(chance.nextInt(400));
  }

  /** How many requests with orders the desk has sent. */
  private static long sent(Rig rig) {
    return rig.control().placings().size();
  }

  /** One kill, or two: the second one finds the desk at its recovery. */
  private int kill(Rig rig) throws InterruptedException {
    rig.kill();
    long begun = System.nanoTime();
    rig.spawn();
    int kills = 1;
    if (chance.nextInt(3) == 0) {
      pause(200 + chance.nextInt(5_000));
      rig.kill();
      rig.spawn();
      kills++;
      twice++;
    }
    rig.awaitReconciled();
    recoveries.add(Duration.ofNanos(System.nanoTime() - begun));
    return kills;
  }

  private void checkpoint(Rig rig, int kills) {
    rig.rest();
    rig.awaitAgreement();
    assertEquals(Set.of(), rig.doubled(), "orders that are there twice");
    System.out.printf(
        "kill seed %d, after %d kills: the books agree, nothing is there twice, %d orders reached the venues%n",
        SEED, kills, rig.control().orders());
  }

  private static void invariantsHold(Rig rig) throws InterruptedException {
    try (Program doctor = rig.program("doctor", "--invariants")) {
      int code = doctor.await(Duration.ofMinutes(1));
      assertEquals(0, code, doctor::output);
    }
  }

  private void report() {
    List<Duration> sorted = recoveries.stream().sorted().toList();
    Duration mean =
        recoveries.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(recoveries.size());
    Duration p95 = sorted.get(Math.min(sorted.size() - 1, sorted.size() * 95 / 100));
    System.out.printf(
        "kill seed %d: %d kills, %d after the desk had sent orders, %d during a recovery; time to reconciled: mean %d ms, p95 %d ms, most %d ms%n",
        SEED,
        recoveries.size() + twice,
        trading,
        twice,
        mean.toMillis(),
        p95.toMillis(),
        sorted.getLast().toMillis());
    assertTrue(recoveries.size() + twice >= KILLS);
    assertTrue(trading > 0, "no kill found the desk trading");
    assertTrue(twice > 0, "no kill found the desk at its recovery");
  }

  private static void pause(int millis) {
    long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
    Patience.untilTrue("the next kill", Duration.ofSeconds(10), () -> System.nanoTime() > end);
  }
}
