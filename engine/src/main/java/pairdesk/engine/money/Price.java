package pairdesk.engine.money;

/**
 * A price of one share in 1/10 000 dollar, from 0 (worthless) to 10 000 (certain).
 *
 * <p>Example: {@code Price.parse("0.37")} is 3 700. A share pays 10 000 or 0 when it resolves.
 *
 * @param e4 the price in 1/10 000 dollar
 */
public record Price(int e4) implements Comparable<Price> {
  public static final Price ZERO = new Price(0);
  public static final Price ONE = new Price(10_000);

  public Price {
    if (e4 < 0 || e4 > 10_000) {
      throw new IllegalArgumentException("price out of range 0 to 10000 e4: " + e4);
    }
  }

  public static Price ofE4(int e4) {
    return new Price(e4);
  }

  public static Price ofCents(int cents) {
    return new Price(Math.multiplyExact(cents, 100));
  }

  /**
   * Reads a decimal number of dollars, {@code "0.37"} or {@code "0.0565"}.
   *
   * @throws IllegalArgumentException when it is no plain decimal, finer than 1/10 000, or outside 0
   *     to 1
   */
  public static Price parse(String dollars) {
    long e4 = Decimals.parse(dollars, 4);
    if (e4 < 0 || e4 > 10_000) {
      throw new IllegalArgumentException("price out of range 0 to 1 dollar: " + dollars);
    }
    return new Price((int) e4);
  }

  /** What the other outcome is worth when this one costs this: 0.37 gives 0.63. */
  public Price complement() {
    return new Price(10_000 - e4);
  }

  public boolean isLessThan(Price other) {
    return e4 < other.e4;
  }

  public boolean isGreaterThan(Price other) {
    return e4 > other.e4;
  }

  @Override
  public int compareTo(Price other) {
    return Integer.compare(e4, other.e4);
  }

  /** Dollars without trailing zeros beyond the cent: {@code 0.37}, {@code 0.0565}. */
  @Override
  public String toString() {
    return Decimals.format(e4, 4, 2);
  }
}
