package pairdesk.venues.polymarket.chain;

import java.math.BigInteger;
import java.time.Duration;

/**
 * What a transaction of ours may cost, and how long we wait for it.
 *
 * @param gas most gas units of one transaction
 * @param marginPercent added to the node's estimate
 * @param feePerGas most wei a unit, base fee and tip together
 * @param leastTip wei a unit that validators ask for, whatever the node suggests
 * @param confirmations blocks, its own included, after which a transaction counts as carried out
 * @param patience how long to wait for that
 */
public record GasLimits(
    BigInteger gas,
    int marginPercent,
    BigInteger feePerGas,
    BigInteger leastTip,
    int confirmations,
    Duration patience) {
  private static final BigInteger GWEI = BigInteger.TEN.pow(9);

  /** For Polygon: blocks every 1.5 s, tips of 25 gwei at least. */
  public static final GasLimits POLYGON =
      new GasLimits(
          BigInteger.valueOf(1_500_000),
          25,
          GWEI.multiply(BigInteger.valueOf(1_000)),
          GWEI.multiply(BigInteger.valueOf(25)),
          5,
          Duration.ofMinutes(2));

  /** The same with another patience. */
  public GasLimits waiting(Duration newPatience) {
    return new GasLimits(gas, marginPercent, feePerGas, leastTip, confirmations, newPatience);
  }

  /**
   * @throws IllegalArgumentException when a limit makes no sense
   */
  public GasLimits {
    if (gas.signum() <= 0 || feePerGas.signum() <= 0 || leastTip.signum() < 0) {
      throw new IllegalArgumentException("gas limits must be positive");
    }
    if (marginPercent < 0 || confirmations < 1 || !patience.isPositive()) {
      throw new IllegalArgumentException("margin, confirmations or patience out of range");
    }
  }
}
