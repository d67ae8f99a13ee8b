package pairdesk.venues.net;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  @Tag("fault:W20")
  void doublesToItsLimitAndShortensByAtMostHalf() {
    for (int seed = 0; seed < 300; seed++) {
      var backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(30), new Random(seed));
      long whole = 250;
      for (int i = 0; i < 12; i++) {
        assertBetween(whole / 2, whole, backoff.next(), seed);
        whole = Math.min(whole * 2, 30_000);
      }
      backoff.reset();
      assertBetween(125, 250, backoff.next(), seed);
    }
  }

  private static void assertBetween(long least, long most, Duration wait, int seed) {
    long millis = wait.toMillis();
    assertTrue(millis >= least && millis <= most, "seed " + seed + ": " + wait);
  }
}
