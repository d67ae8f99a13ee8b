package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.Side;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.Position;

/**
 * Engine and paper exchanges on random books that are thin, move and vanish, with a crash on the
 * way. Give a seed back with {@code -Dseed=}.
 */
class PaperSimulationTest {
  private static final int STEPS = 60;

  static LongStream seeds() {
    Long given = Long.getLong("seed");
    return given != null ? LongStream.of(given) : LongStream.range(0, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noSeedMixesBooksOrEndsUnhedged(long seed) {
    var random = new Random(seed);
    PaperRig first = PaperRig.paper();
    live(first, random);
    check(first.rig(), fills(first.rig()), seed);
    PaperRig second = new PaperRig(PaperRig.stored(first.rig()));
    second.rig().readAccounts();
    live(second, random);
    heal(second);
    var all = new ArrayList<>(fills(first.rig()));
    all.addAll(fills(second.rig()));
    check(second.rig(), all, seed);
    EngineView view = second.rig().view();
    assertTrue(view.trading().orders().isEmpty(), () -> "seed " + seed + ": " + view.trading());
    assertTrue(view.paper().wealth().risk().unhedged().isZero(), () -> "seed " + seed);
  }

  @Test
  void tradesEnoughToMeanSomething() {
    int traded = 0;
    for (long seed = 0; seed < 10; seed++) {
      PaperRig rig = PaperRig.paper();
      live(rig, new Random(seed));
      traded += fills(rig.rig()).size();
    }
    assertTrue(traded > 30, traded + " fills");
  }

  private static void live(PaperRig rig, Random random) {
    for (int step = 0; step < STEPS; step++) {
      boolean bargain = random.nextInt(3) == 0;
      int yes = bargain ? 40 : 44 + random.nextInt(3);
      int no = bargain ? 55 : 56 + random.nextInt(4);
      rig.books(bids(yes, random), side(yes, random), bids(no, random), side(no, random));
      rig.pass(Duration.ofMillis(200 + random.nextInt(9_000)));
    }
  }

  private static String side(int cents, Random random) {
    return "0.%d x %d".formatted(cents, 3 + random.nextInt(120));
  }

  /** Now and then with little, far below. */
  private static String bids(int ask, Random random) {
    return random.nextInt(8) == 0
        ? "0.%d x %d".formatted(ask / 2, 5)
        : "0.%d x %d".formatted(ask - 1, 5_000);
  }

  private static void heal(PaperRig rig) {
    for (int step = 0; step < 40; step++) {
      int size = 1_000 + step;
      rig.books("0.45 x " + size, "0.46 x " + size, "0.55 x " + size, "0.56 x " + size);
      rig.pass(Duration.ofSeconds(5));
    }
  }

  private static List<Fill> fills(Rig rig) {
    return rig.effects(Effect.Write.class).stream()
        .map(Effect.Write::row)
        .filter(JournalRecord.FillBooked.class::isInstance)
        .map(row -> ((JournalRecord.FillBooked) row).fill())
        .toList();
  }

  /** Paper books are the sum of paper fills; the real ones are as they were. */
  private static void check(Rig rig, List<Fill> fills, long seed) {
    Map<Instrument, Long> expected = new TreeMap<>();
    for (Fill fill : fills) {
      long signed = fill.side() == Side.BUY ? fill.quantity().e6() : -fill.quantity().e6();
      expected.merge(fill.instrument(), signed, Long::sum);
    }
    Map<Instrument, Long> held = new TreeMap<>();
    for (Position position : rig.view().paper().wealth().positions()) {
      if (expected.containsKey(position.instrument())) {
        held.put(position.instrument(), position.quantity().e6());
      }
    }
    assertEquals(expected, held, () -> "seed " + seed);
    assertTrue(rig.view().wealth().positions().isEmpty(), () -> "seed " + seed);
    for (CashPosition cash : rig.view().wealth().cash()) {
      assertEquals(Rig.CASH, cash.free(), () -> "seed " + seed);
    }
    assertTrue(
        rig.effects(Effect.Submit.class).stream().allMatch(s -> s.mode() == Mode.PAPER),
        () -> "seed " + seed);
    assertFalse(rig.view().desk().controls().halted(), () -> "seed " + seed);
  }
}
