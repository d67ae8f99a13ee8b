package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.notice.Notice;

class WatchdogTest {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private final List<String> told = new ArrayList<>();
  private Instant now = START;
  private Optional<Instant> busySince = Optional.empty();
  private int written;
  private final Watchdog watchdog =
      new Watchdog(
          () -> busySince,
          notice -> told.add(((Notice.Alarm) notice).code()),
          () -> now,
          Duration.ofSeconds(5),
          () -> {
            written++;
            return Optional.empty();
          });

  @AfterEach
  void close() {
    watchdog.close();
  }

  @Test
  void saysNothingOfABatchWithinTheLimit() {
    busySince = Optional.of(START);
    look(5);
    assertEquals(Optional.empty(), watchdog.stalled());
    assertEquals(List.of(), told);
    assertEquals(0, written);
  }

  @Test
  @Tag("fault:K20")
  void tellsOnceThatTheEngineHangsAndOnceThatItIsBack() {
    busySince = Optional.of(START);
    look(6);
    look(60);
    assertEquals(Optional.of(Duration.ofSeconds(60)), watchdog.stalled());
    busySince = Optional.of(START.plusSeconds(61));
    look(62);
    look(63);
    assertEquals(List.of("engine-stall", "engine-back"), told);
    assertEquals(1, written);
  }

  private void look(int second) {
    now = START.plusSeconds(second);
    watchdog.look();
  }
}
