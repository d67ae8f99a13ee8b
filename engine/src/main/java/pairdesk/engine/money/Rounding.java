package pairdesk.engine.money;

import java.math.BigInteger;

/**
 * Which way a remainder goes when units change. There is no "nearest": a person who rounds in their
 * own favour finds edges that are not there.
 */
public enum Rounding {
  /** Towards minus infinity. */
  DOWN,
  /** Towards plus infinity. */
  UP,
  /** For what we pay: up. */
  COST_AGAINST_US,
  /** For what we receive: down. */
  PROCEEDS_AGAINST_US;

  private static final long TEN_THOUSAND = 10_000;

  /** Divides and sends the remainder this way. The divisor must be positive. */
  public long divide(long dividend, long divisor) {
    return switch (this) {
      case DOWN, PROCEEDS_AGAINST_US -> Math.floorDiv(dividend, divisor);
      case UP, COST_AGAINST_US -> Math.ceilDiv(dividend, divisor);
    };
  }

  /**
   * {@code factor × other ÷ divisor}, exact in between however large the product. The divisor must
   * be positive.
   *
   * @throws ArithmeticException when the result does not fit a {@code long}
   */
  public long multiplyDivide(long factor, long other, long divisor) {
    long low = factor * other;
    if (Math.multiplyHigh(factor, other) == low >> 63) {
      return divide(low, divisor);
    }
    BigInteger[] parts =
        BigInteger.valueOf(factor)
            .multiply(BigInteger.valueOf(other))
            .divideAndRemainder(BigInteger.valueOf(divisor));
    long towardsZero = parts[0].longValueExact();
    return switch (this) {
      case DOWN, PROCEEDS_AGAINST_US ->
          parts[1].signum() < 0 ? Math.decrementExact(towardsZero) : towardsZero;
      case UP, COST_AGAINST_US ->
          parts[1].signum() > 0 ? Math.incrementExact(towardsZero) : towardsZero;
    };
  }

  /**
   * {@code first × second × third ÷ divisor} of numbers that are not negative, exact in between
   * however large the product. Factors of ten thousand, which prices in cents and rates have, are
   * cancelled first, so that usual amounts stay within a {@code long}.
   *
   * @throws IllegalArgumentException when a factor is negative or the divisor not positive
   * @throws ArithmeticException when the result does not fit a {@code long}
   */
  public long multiplyDivide(long first, long second, long third, long divisor) {
    if (first < 0 || second < 0 || third < 0 || divisor <= 0) {
      throw new IllegalArgumentException(
          "negative: %d × %d × %d ÷ %d".formatted(first, second, third, divisor));
    }
    long one = second;
    long other = third;
    long by = divisor;
    if (one % TEN_THOUSAND == 0 && by % TEN_THOUSAND == 0) {
      one /= TEN_THOUSAND;
      by /= TEN_THOUSAND;
    }
    if (other % TEN_THOUSAND == 0 && by % TEN_THOUSAND == 0) {
      other /= TEN_THOUSAND;
      by /= TEN_THOUSAND;
    }
    long low = first * one;
    if (Math.multiplyHigh(first, one) == 0 && low >= 0) {
      return multiplyDivide(low, other, by);
    }
    BigInteger[] parts =
        BigInteger.valueOf(first)
            .multiply(BigInteger.valueOf(one))
            .multiply(BigInteger.valueOf(other))
            .divideAndRemainder(BigInteger.valueOf(by));
    long quotient = parts[0].longValueExact();
    return switch (this) {
      case DOWN, PROCEEDS_AGAINST_US -> quotient;
      case UP, COST_AGAINST_US -> parts[1].signum() > 0 ? Math.incrementExact(quotient) : quotient;
    };
  }
}
