package pairdesk.venues.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClockOffsetTest {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  @Test
  void knowsNothingAtFirst() {
    var offset = new ClockOffset();
    offset.observe("not a date", START, START);
    offset.observe(null, START, START);
    assertEquals(Duration.ZERO, offset.estimate());
  }

  @Test
  @Tag("fault:C1")
  void narrowsToTheTrueOffset() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      Duration truth = Duration.ofMillis(random.nextInt(-4_000, 4_000));
      var offset = new ClockOffset();
      Instant sent = START;
      for (int i = 0; i < 60; i++) {
        sent = sent.plusMillis(random.nextInt(100, 1_500));
        observe(offset, truth, sent, random);
      }
      Duration error = offset.estimate().minus(truth).abs();
      assertTrue(error.toMillis() <= 150, "seed " + seed + ": off by " + error);
    }
  }

  @Test
  @Tag("fault:C2")
  void followsAClockThatWasSet() {
    var random = new Random(7);
    var offset = new ClockOffset();
    observe(offset, Duration.ZERO, START, random);
    for (int i = 1; i < 30; i++) {
      observe(offset, Duration.ofSeconds(40), START.plusMillis(i * 730L), random);
    }
    Duration error = offset.estimate().minusSeconds(40).abs();
    assertTrue(error.toMillis() <= 300, "off by " + error);
  }

  private static void observe(ClockOffset offset, Duration truth, Instant sent, Random random) {
    Instant answered = sent.plusMillis(random.nextInt(5, 40));
    Instant received = answered.plusMillis(random.nextInt(5, 40));
    String header =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(answered.plus(truth).atOffset(ZoneOffset.UTC));
    offset.observe(header, sent, received);
  }
}
