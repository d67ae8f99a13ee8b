package pairdesk.venues.polymarket.chain;

import java.math.BigInteger;
import pairdesk.engine.money.Usd;

/**
 * How much of a token a contract may move.
 *
 * @param units millionths of a dollar, below 2^256
 */
public record Allowance(BigInteger units) {
  /** The most that fits, which tokens never count down. */
  public static final Allowance UNLIMITED =
      new Allowance(BigInteger.TWO.pow(256).subtract(BigInteger.ONE));

  public static final Allowance NONE = new Allowance(BigInteger.ZERO);

  /**
   * @throws IllegalArgumentException when it is negative or too large
   */
  public Allowance {
    if (units.signum() < 0 || units.bitLength() > 256) {
      throw new IllegalArgumentException("allowance out of range: " + units);
    }
  }

  public static Allowance of(Usd amount) {
    return new Allowance(BigInteger.valueOf(amount.e6()));
  }
}
