package pairdesk.sandbox.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The sandbox's time: the given clock, shifted by an offset that tests may change. Moments are
 * honest, so that a client's signature times fit; the speed only shortens what the sandbox itself
 * waits for, such as the steps of participants and of settlement.
 */
public final class SandboxClock implements InstantSource {
  private final InstantSource source;
  private final int speedPercent;
  private volatile Duration offset = Duration.ZERO;

  /**
   * @param speedPercent 100 is real time, 400 lives four times as fast
   */
  public SandboxClock(InstantSource source, int speedPercent) {
    if (speedPercent <= 0) {
      throw new IllegalArgumentException("speed must be above zero: " + speedPercent);
    }
    this.source = source;
    this.speedPercent = speedPercent;
  }

  @Override
  public Instant instant() {
    return source.instant().plus(offset);
  }

  public int speedPercent() {
    return speedPercent;
  }

  public void shift(Duration newOffset) {
    offset = newOffset;
  }

  /** How long a wait of the sandbox's own takes at this speed. */
  public Duration scaled(Duration span) {
    return span.multipliedBy(100).dividedBy(speedPercent);
  }
}
