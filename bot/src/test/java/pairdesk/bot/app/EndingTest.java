package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EndingTest {
  private final Ending ending = new Ending();

  @Test
  void isWellWhenSomebodyClosed() throws InterruptedException {
    ending.closed();
    assertTrue(ending.await());
  }

  @Test
  @Tag("fault:K19")
  void staysAFailureThoughItIsClosedAfterwards() throws InterruptedException {
    ending.failed();
    ending.closed();
    assertFalse(ending.await());
  }
}
