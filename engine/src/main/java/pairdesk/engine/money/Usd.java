package pairdesk.engine.money;

/**
 * An amount of dollars in 1/1 000 000 dollar (a micro-dollar, µ$); may be negative.
 *
 * <p>Example: {@code Usd.parse("-1.25")} is −1 250 000.
 *
 * @param e6 the amount in 1/1 000 000 dollar
 */
public record Usd(long e6) implements Comparable<Usd> {
  public static final Usd ZERO = new Usd(0);

  public static Usd ofE6(long e6) {
    return new Usd(e6);
  }

  public static Usd ofDollars(long dollars) {
    return new Usd(Math.multiplyExact(dollars, 1_000_000L));
  }

  public static Usd ofCents(long cents) {
    return new Usd(Math.multiplyExact(cents, 10_000L));
  }

  /**
   * Reads a decimal number of dollars.
   *
   * @throws IllegalArgumentException when it is no plain decimal or finer than 1/1 000 000
   */
  public static Usd parse(String dollars) {
    return new Usd(Decimals.parse(dollars, 6));
  }

  /** Price times quantity; the remainder below a micro-dollar goes the way that is named. */
  public static Usd of(Price price, Quantity quantity, Rounding rounding) {
    return new Usd(rounding.divide(Math.multiplyExact(price.e4(), quantity.e6()), 10_000L));
  }

  public Usd plus(Usd other) {
    return new Usd(Math.addExact(e6, other.e6));
  }

  public Usd minus(Usd other) {
    return new Usd(Math.subtractExact(e6, other.e6));
  }

  public Usd negated() {
    return new Usd(Math.negateExact(e6));
  }

  public Usd min(Usd other) {
    return e6 <= other.e6 ? this : other;
  }

  public Usd max(Usd other) {
    return e6 >= other.e6 ? this : other;
  }

  /** This share of the amount, the remainder going the way that is named. */
  public Usd times(Ratio ratio, Rounding rounding) {
    return new Usd(rounding.divide(Math.multiplyExact(e6, (long) ratio.bps()), 10_000L));
  }

  public boolean isNegative() {
    return e6 < 0;
  }

  public boolean isZero() {
    return e6 == 0;
  }

  public boolean isLessThan(Usd other) {
    return e6 < other.e6;
  }

  public boolean isGreaterThan(Usd other) {
    return e6 > other.e6;
  }

  @Override
  public int compareTo(Usd other) {
    return Long.compare(e6, other.e6);
  }

  /** With sign, dollar and at least cents: {@code $12.50}, {@code -$0.000001}. */
  @Override
  public String toString() {
    return (e6 < 0 ? "-$" : "$") + Decimals.format(Math.absExact(e6), 6, 2);
  }
}
