package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;

/**
 * Bids and hedges at two venues that do as they please: fill, end, refuse, time out, take back, in
 * any order. Give a seed back with {@code -Dseed=}.
 */
class MakerTakerPropertyTest {
  private static final int STEPS = 120;

  static LongStream seeds() {
    Long given = Long.getLong("seed");
    return given != null ? LongStream.of(given) : LongStream.range(0, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @Tag("fault:T19")
  void oneBidAtATimeNeverOverHedgedAndEvenInTheEnd(long seed) {
    var random = new Random(seed);
    VenueId venue = random.nextInt(3) == 0 ? VenueId.KALSHI : VenueId.POLYMARKET;
    var world = new BidWorld(Rig.making(venue), random);
    for (int step = 0; step < STEPS; step++) {
      world.step();
      List<String> broken = world.broken();
      assertEquals(List.of(), broken, () -> "seed " + seed + "\n" + world.story());
    }
    world.calm();
    assertEquals(List.of(), world.broken(), () -> "seed " + seed + "\n" + world.story());
    for (ExecutionSnapshot execution : world.executions()) {
      assertTrue(execution.state().isClosed(), () -> "seed " + seed + "\n" + world.story());
      assertTrue(
          execution.unhedged().compareTo(Quantity.ofShares(5)) < 0,
          () -> "seed " + seed + " leaves " + execution.unhedged() + "\n" + world.story());
    }
    assertEquals(0, world.reserved(), () -> "seed " + seed + "\n" + world.story());
    world.rig().pass(Duration.ofSeconds(1));
  }
}
