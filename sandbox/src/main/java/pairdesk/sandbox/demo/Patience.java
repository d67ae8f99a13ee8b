package pairdesk.sandbox.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for things that other processes do. */
public final class Patience {
  private static final long STEP_MILLIS = 100;

  private Patience() {}

  /** Looks again and again until there is something. */
  public static <T> T until(String what, Duration limit, Supplier<Optional<T>> look) {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      pause();
    }
    throw new DemoFailure("waited " + limit.toSeconds() + " s in vain for " + what);
  }

  public static void untilTrue(String what, Duration limit, BooleanSupplier look) {
    until(what, limit, () -> look.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted", e);
    }
  }
}
