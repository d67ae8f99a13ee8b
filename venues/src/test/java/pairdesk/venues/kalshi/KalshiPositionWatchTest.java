package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.venues.net.MovingClock;

class KalshiPositionWatchTest {
  private final MovingClock clock = new MovingClock("2026-11-20T10:00:00Z");
  private final KalshiPositionWatch watch = new KalshiPositionWatch(clock);

  @Test
  void aChangeWithItsFillInEitherOrderIsWell() {
    watch.position("RAIN-1", 0);
    watch.fill("RAIN-1");
    watch.position("RAIN-1", 10);
    clock.move(Duration.ofMinutes(1));
    watch.position("RAIN-1", 20);
    clock.move(Duration.ofSeconds(1));
    watch.fill("RAIN-1");
    clock.move(Duration.ofMinutes(1));
    assertEquals(Optional.empty(), watch.withoutFill());
  }

  @Test
  @Tag("fault:W14")
  void aChangeWithoutAFillIsToldOnceAndNotAtOnce() {
    watch.position("RAIN-1", 0);
    watch.fill("SUN-1");
    watch.position("RAIN-1", 10);
    assertEquals(Optional.empty(), watch.withoutFill());
    clock.move(Duration.ofSeconds(4));
    assertEquals(Optional.of("RAIN-1"), watch.withoutFill());
    assertEquals(Optional.empty(), watch.withoutFill());
  }

  @Test
  void whatIsNewOrTheSameIsNoChange() {
    watch.position("RAIN-1", 10);
    watch.position("RAIN-1", 10);
    clock.move(Duration.ofSeconds(4));
    assertEquals(Optional.empty(), watch.withoutFill());
    watch.position("RAIN-1", 5);
    watch.restart();
    watch.position("RAIN-1", 7);
    clock.move(Duration.ofSeconds(4));
    assertEquals(Optional.empty(), watch.withoutFill());
  }
}
