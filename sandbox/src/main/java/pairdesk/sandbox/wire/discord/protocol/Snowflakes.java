package pairdesk.sandbox.wire.discord.protocol;

import java.time.InstantSource;

/** Hands out ids that carry the clock's time and always grow, also when the clock stands still. */
public final class Snowflakes {
  private final InstantSource clock;
  private long last;

  public Snowflakes(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized Snowflake next() {
    last = Math.max(last + 1, Snowflake.at(clock.instant()).value());
    return new Snowflake(last);
  }
}
