package pairdesk.bot.discord;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OnceTest {
  private final Once once = new Once();

  @Test
  void tellsRepeatsAndForgetsTheOldestOnly() {
    for (int n = 0; n <= 5_000; n++) {
      assertTrue(once.isFirst("event " + n));
    }
    assertFalse(once.isFirst("event 5000"));
    assertFalse(once.isFirst("event 1"));
    assertTrue(once.isFirst("event 0"), "the oldest is forgotten");
  }
}
