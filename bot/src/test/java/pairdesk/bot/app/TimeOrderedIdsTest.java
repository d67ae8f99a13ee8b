package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void areSortedByTimeWhateverTheRestIs() {
    RandomGenerator falling = List.of(-1L, -1L, 0L, 0L).iterator()::next;
    assertEquals(
        List.of("mwqcvpc01264sgsf1264sgsf", "mwqcvpc10000000000000000"),
        List.of(id(NOW, falling), id(NOW.plusMillis(1), falling)));
  }

  @Test
  void areAllOfOneLengthAndNoneComesTwice() {
    var ids = new TimeOrderedIds(InstantSource.fixed(NOW), new Random(7));
    var seen = new HashSet<String>();
    for (int i = 0; i < 10_000; i++) {
      String id = ids.next();
      assertEquals(24, id.length(), id);
      assertTrue(seen.add(id), id);
    }
  }

  private static String id(Instant now, RandomGenerator random) {
    return new TimeOrderedIds(InstantSource.fixed(now), random).next();
  }
}
