package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OverdueTest {
  @Test
  void whatTakesTooLongIsWrittenDown() throws InterruptedException {
    var written = new CountDownLatch(1);
    try (var _ =
        Overdue.watch(
            "start",
            Duration.ofMillis(1),
            () -> {
              written.countDown();
              return Optional.empty();
            })) {
      assertTrue(written.await(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void whatIsDoneInTimeIsNot() throws InterruptedException {
    var written = new AtomicInteger();
    Thread watcher;
    try (var overdue =
        Overdue.watch(
            "start",
            Duration.ofHours(1),
            () -> {
              written.incrementAndGet();
              return Optional.empty();
            })) {
      watcher = overdue.watcher();
    }
    watcher.join(30_000);
    assertEquals(Thread.State.TERMINATED, watcher.getState());
    assertEquals(0, written.get());
  }
}
