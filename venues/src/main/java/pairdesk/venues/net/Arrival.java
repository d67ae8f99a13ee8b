package pairdesk.venues.net;

import java.time.Duration;
import java.util.Optional;

/**
 * When the message that this thread handles arrived from its socket, for whoever measures what
 * became of it. Monotonic: a clock that is set does not disturb it.
 */
public final class Arrival {
  private static final ScopedValue<Long> NANOS = ScopedValue.newInstance();

  private Arrival() {}

  /**
   * @param nanos of the monotonic clock
   */
  static void at(long nanos, Runnable handling) {
    ScopedValue.where(NANOS, nanos).run(handling);
  }

  /** How long ago; empty on a thread that handles no message. */
  public static Optional<Duration> age() {
    return NANOS.isBound()
        ? Optional.of(Duration.ofNanos(System.nanoTime() - NANOS.get()))
        : Optional.empty();
  }
}
