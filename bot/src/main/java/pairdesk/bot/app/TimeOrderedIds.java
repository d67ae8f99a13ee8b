package pairdesk.bot.app;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import pairdesk.engine.time.IdSource;

/** Milliseconds and 80 random bits in base 36: unique for ever, sorted by time. */
final class TimeOrderedIds implements IdSource {
  private static final int RADIX = 36;
  private static final int HALF_DIGITS = 8;

  /** How many words of so many digits there are. */
  private static final long HALVES = 36L * 36 * 36 * 36 * 36 * 36 * 36 * 36;

  private final InstantSource clock;
  private final RandomGenerator random;

  TimeOrderedIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String next() {
    var id = new StringBuilder(Long.toString(clock.millis(), RADIX));
    appendHalf(id);
    appendHalf(id);
    return id.toString();
  }

  /** From one random word: each call of a safe source takes longer than all the rest. */
  private void appendHalf(StringBuilder id) {
    String digits = Long.toString(Long.remainderUnsigned(random.nextLong(), HALVES), RADIX);
    id.append("0".repeat(HALF_DIGITS - digits.length())).append(digits);
  }
}
