package pairdesk.bot.app;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import pairdesk.engine.time.IdSource;

/** Milliseconds and 80 random bits in base 36: unique for ever, sorted by time. */
final class TimeOrderedIds implements IdSource {
  private static final int RANDOM_DIGITS = 16;
  private static final int RADIX = 36;

  private final InstantSource clock;
  private final RandomGenerator random;

  TimeOrderedIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String next() {
    var id = new StringBuilder(Long.toString(clock.millis(), RADIX));
    for (int i = 0; i < RANDOM_DIGITS; i++) {
      id.append(Character.forDigit(random.nextInt(RADIX), RADIX));
    }
    return id.toString();
  }
}
