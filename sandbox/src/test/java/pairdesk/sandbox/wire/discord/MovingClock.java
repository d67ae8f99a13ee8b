package pairdesk.sandbox.wire.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Stands still until told to move. */
final class MovingClock implements InstantSource {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));

  @Override
  public Instant instant() {
    return now.get();
  }

  void advance(Duration step) {
    now.updateAndGet(instant -> instant.plus(step));
  }
}
