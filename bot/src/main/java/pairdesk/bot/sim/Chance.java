package pairdesk.bot.sim;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * One stream of chance: each component has its own, so that a draw more here shifts nothing there.
 */
final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long MICROS = 1_000;
  private static final double SPREAD = 0.35;
  private static final int PERMILLE = 1_000;

  private final SplittableRandom random;

  private Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Chance of(long seed, String component) {
    return new Chance((seed + 1) * GOLDEN ^ ((long) component.hashCode() << 17));
  }

  /** True so many times in a thousand. */
  boolean in(int permille) {
    return permille > 0 && random.nextInt(PERMILLE) < permille;
  }

  /** Both ends included. */
  int between(int least, int most) {
    return least >= most ? least : random.nextInt(least, most + 1);
  }

  long tie() {
    return random.nextLong();
  }

  Duration millis(int least, int most) {
    return Duration.ofMillis(between(least, most));
  }

  /** Short spans as likely as long ones: each order of magnitude counts the same. */
  Duration spread(Duration least, Duration most) {
    double from = StrictMath.log((double) least.toMillis());
    double to = StrictMath.log((double) most.toMillis());
    return Duration.ofMillis((long) StrictMath.exp(from + (to - from) * random.nextDouble()));
  }

  /** One way over a network: log-normal around the median, now and then ten times as long. */
  Duration latency(Duration median, int heavyPermille) {
    double factor = StrictMath.exp(SPREAD * random.nextGaussian());
    long micros = (long) (factor * (double) TimeUnit.NANOSECONDS.toMicros(median.toNanos()));
    return Duration.ofNanos((in(heavyPermille) ? 10 * micros : micros) * MICROS);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
