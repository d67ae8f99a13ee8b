package pairdesk.bot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long people wait, as it is told. */
class AnswerTimesTest {
  private Instant now = Instant.EPOCH;
  private final List<String> told = new ArrayList<>();
  private final AnswerTimes times =
      new AnswerTimes(
          () -> now, (way, what, span) -> told.add(way.label() + " " + what + " " + span));

  private void answer(Duration after) {
    var answered = times.begin(AnswerTimes.Way.COMMAND, "status");
    now = now.plus(after);
    answered.accept("whatever Discord said");
  }

  @Test
  void nothingIsKnownBeforeTheFirst() {
    assertEquals(Optional.empty(), times.p99());
  }

  @Test
  void everyWaitIsToldOnceItIsOver() {
    times.begin(AnswerTimes.Way.BUTTON, "approve");
    answer(Duration.ofMillis(40));
    assertEquals(List.of("command status PT0.04S"), told);
    assertEquals(Optional.of(Duration.ofMillis(40)), times.p99());
  }

  @Test
  void oneOfAHundredMayBeLonger() {
    for (int n = 1; n <= 99; n++) {
      answer(Duration.ofMillis(n));
    }
    answer(Duration.ofSeconds(2));
    assertEquals(Optional.of(Duration.ofMillis(99)), times.p99());
    answer(Duration.ofSeconds(2));
    assertEquals(Optional.of(Duration.ofSeconds(2)), times.p99());
  }

  @Test
  void onlyTheLastThousandCount() {
    answer(Duration.ofSeconds(2));
    for (int n = 0; n < 1_000; n++) {
      answer(Duration.ofMillis(5));
    }
    assertEquals(Optional.of(Duration.ofMillis(5)), times.p99());
  }
}
