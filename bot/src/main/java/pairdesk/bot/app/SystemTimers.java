package pairdesk.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import pairdesk.engine.time.Timers;

/** Due times on one thread. */
final class SystemTimers implements Timers, AutoCloseable {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("timer").daemon(true).factory());
  private final InstantSource clock;

  SystemTimers(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Handle at(Instant due, Runnable task) {
    long millis = Math.max(0, Duration.between(clock.instant(), due).toMillis());
    try {
      Future<?> future = thread.schedule(task, millis, TimeUnit.MILLISECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException _) {
      return () -> {}; // closed: the desk is stopping, nothing becomes due any more
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
