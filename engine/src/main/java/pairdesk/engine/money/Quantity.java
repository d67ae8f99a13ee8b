package pairdesk.engine.money;

/**
 * A number of shares in 1/1 000 000 share, never negative. Covers Kalshi's hundredths and
 * Polymarket's on-chain units.
 *
 * <p>Example: {@code Quantity.ofShares(50)} is 50 000 000.
 *
 * @param e6 the quantity in 1/1 000 000 share
 */
public record Quantity(long e6) implements Comparable<Quantity> {
  public static final Quantity ZERO = new Quantity(0);

  public Quantity {
    if (e6 < 0) {
      throw new IllegalArgumentException("quantity below zero: " + e6);
    }
  }

  public static Quantity ofE6(long e6) {
    return new Quantity(e6);
  }

  public static Quantity ofShares(long shares) {
    return new Quantity(Math.multiplyExact(shares, 1_000_000L));
  }

  /**
   * Reads a decimal number of shares, {@code "12.5"}.
   *
   * @throws IllegalArgumentException when it is no plain decimal, finer than 1/1 000 000 or
   *     negative
   */
  public static Quantity parse(String shares) {
    return new Quantity(Decimals.parse(shares, 6));
  }

  public Quantity plus(Quantity other) {
    return new Quantity(Math.addExact(e6, other.e6));
  }

  /**
   * @throws IllegalArgumentException when {@code other} is larger
   */
  public Quantity minus(Quantity other) {
    return new Quantity(e6 - other.e6);
  }

  /** This less the other, or zero when the other is larger. */
  public Quantity minusOrZero(Quantity other) {
    return new Quantity(Math.max(0, e6 - other.e6));
  }

  public Quantity min(Quantity other) {
    return e6 <= other.e6 ? this : other;
  }

  public Quantity max(Quantity other) {
    return e6 >= other.e6 ? this : other;
  }

  /** The largest multiple of the lot that is not above this. */
  public Quantity floorTo(Quantity lot) {
    return new Quantity(e6 - e6 % lot.e6);
  }

  public boolean isZero() {
    return e6 == 0;
  }

  public boolean isLessThan(Quantity other) {
    return e6 < other.e6;
  }

  public boolean isGreaterThan(Quantity other) {
    return e6 > other.e6;
  }

  @Override
  public int compareTo(Quantity other) {
    return Long.compare(e6, other.e6);
  }

  /** Shares without trailing zeros: {@code 50}, {@code 12.5}. */
  @Override
  public String toString() {
    return Decimals.format(e6, 6, 0);
  }
}
