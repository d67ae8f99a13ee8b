package pairdesk.bot.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes when told. Safe for threads. */
public final class MadeTime implements InstantSource {
  private volatile Instant now = MadeMarkets.NOW;

  @Override
  public Instant instant() {
    return now;
  }

  /** To be called by one thread. */
  void pass(Duration span) {
    now = now.plus(span);
  }
}
