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
}
