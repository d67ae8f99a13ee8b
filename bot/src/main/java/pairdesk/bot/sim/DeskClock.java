package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The wall clock of the desk's machine. */
final class DeskClock implements InstantSource {
  private final Timeline time;
  private Duration offset = Duration.ZERO;

  DeskClock(Timeline time) {
    this.time = time;
  }

  @Override
  public Instant instant() {
    return time.instant().plus(offset);
  }

  void jump(Duration step) {
    offset = offset.plus(step);
  }

  void setRight() {
    offset = Duration.ZERO;
  }
}
