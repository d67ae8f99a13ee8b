package pairdesk.engine.money;

/**
 * A share or a yield in 1/10 000 (a basis point): 1 % is 100. May be negative.
 *
 * @param bps the ratio in basis points
 */
public record Ratio(int bps) implements Comparable<Ratio> {
  public static final Ratio ZERO = new Ratio(0);
  public static final Ratio ONE = new Ratio(10_000);

  public static Ratio ofBps(int bps) {
    return new Ratio(bps);
  }

  public static Ratio ofPercent(int percent) {
    return new Ratio(Math.multiplyExact(percent, 100));
  }

  /**
   * Reads a fraction, {@code "0.01"} for one per cent.
   *
   * @throws IllegalArgumentException when it is no plain decimal or finer than a basis point
   */
  public static Ratio parseFraction(String fraction) {
    return new Ratio(Math.toIntExact(Decimals.parse(fraction, 4)));
  }

  /**
   * Part over whole in basis points, the remainder going the way that is named; saturates at the
   * range of an {@code int}. The whole must be positive.
   */
  public static Ratio of(Usd part, Usd whole, Rounding rounding) {
    long bps = rounding.divide(Math.multiplyExact(part.e6(), 10_000L), whole.e6());
    return new Ratio(Math.clamp(bps, Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  @Override
  public int compareTo(Ratio other) {
    return Integer.compare(bps, other.bps);
  }

  /** In per cent: {@code 1.25 %}. */
  @Override
  public String toString() {
    return Decimals.format(bps, 2, 2) + " %";
  }
}
