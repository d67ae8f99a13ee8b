package pairdesk.venues.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private final MovingClock clock = new MovingClock("2026-11-20T10:00:00Z");
  private final TokenBucket bucket = new TokenBucket(clock, 100, 100);

  @Test
  void spendsWhatItHoldsThenSaysHowLongToWait() {
    for (int i = 0; i < 10; i++) {
      assertEquals(Duration.ZERO, bucket.take(10, Priority.HEDGE));
    }
    assertEquals(Duration.ofMillis(100), bucket.take(10, Priority.HEDGE));
    clock.move(Duration.ofMillis(99));
    assertEquals(Duration.ofMillis(1), bucket.take(10, Priority.HEDGE));
    clock.move(Duration.ofMillis(1));
    assertEquals(Duration.ZERO, bucket.take(10, Priority.HEDGE));
  }

  @Test
  void sayingHowLongToWaitTakesNothing() {
    var entries = new Toll(bucket, 10, Priority.ENTRY);
    assertEquals(Duration.ZERO, entries.until(7));
    assertEquals(Duration.ZERO, entries.until(7));
    assertEquals(Duration.ZERO, entries.until(8), "more than it ever holds");
    assertEquals(Duration.ZERO, bucket.take(10, Priority.ENTRY));
    assertEquals(Duration.ZERO, entries.until(6));
    assertEquals(Duration.ofMillis(100), entries.until(7));
  }

  @Test
  @Tag("fault:N6")
  void leavesTheReserveToThoseAbove() {
    int reads = 0;
    while (bucket.take(10, Priority.READ).isZero()) {
      reads++;
    }
    int entries = 0;
    while (bucket.take(10, Priority.ENTRY).isZero()) {
      entries++;
    }
    int cancels = 0;
    while (bucket.take(10, Priority.CANCEL).isZero()) {
      cancels++;
    }
    int hedges = 0;
    while (bucket.take(10, Priority.HEDGE).isZero()) {
      hedges++;
    }
    assertEquals("5 2 2 1", reads + " " + entries + " " + cancels + " " + hedges);
  }

  @Test
  void refusesWhatItCanNeverHold() {
    assertThrows(IllegalArgumentException.class, () -> bucket.take(101, Priority.HEDGE));
    assertThrows(IllegalArgumentException.class, () -> bucket.take(51, Priority.READ));
    assertThrows(IllegalArgumentException.class, () -> bucket.take(0, Priority.HEDGE));
  }

  @Test
  void staysShutAsLongAsTheVenueWants() {
    bucket.refused(Duration.ofSeconds(3));
    assertEquals(Duration.ofSeconds(3), bucket.take(10, Priority.HEDGE));
    clock.move(Duration.ofSeconds(3));
    assertEquals(Duration.ZERO, bucket.take(10, Priority.HEDGE));
  }

  @Test
  @Tag("fault:C2")
  void refillsEvenlyWhateverTheStepsOfTheClock() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var steps = new TokenBucket(clock, 100, 37);
      while (steps.take(1, Priority.HEDGE).isZero()) {}
      long moved = 0;
      int taken = 0;
      for (int i = 0; i < 200; i++) {
        int step = random.nextInt(1, 12);
        clock.move(Duration.ofMillis(step));
        moved += step;
        if (steps.take(1, Priority.HEDGE).isZero()) {
          taken++;
        }
        assertTrue(taken <= moved * 37 / 1000, "seed " + seed + ": more than refilled");
      }
      while (steps.take(1, Priority.HEDGE).isZero()) {
        taken++;
      }
      assertEquals(moved * 37 / 1000, taken, "seed " + seed);
    }
  }

  @Test
  void waitsAsLongAsItSaid() {
    List<Priority> priorities = List.of(Priority.values());
    for (int seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      var any = new TokenBucket(clock, 50 + random.nextInt(200), 1 + random.nextInt(500));
      for (int i = 0; i < 30; i++) {
        Priority priority = priorities.get(random.nextInt(4));
        int cost = 1 + random.nextInt(20);
        Duration wait = any.take(cost, priority);
        if (!wait.isZero()) {
          clock.move(Duration.ofMillis(wait.plusNanos(999_999).toMillis()));
          assertEquals(Duration.ZERO, any.take(cost, priority), "seed " + seed);
        }
      }
    }
  }
}
