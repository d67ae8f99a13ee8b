package pairdesk.venues.polymarket.chain;

import java.math.BigInteger;
import java.util.Optional;

/**
 * What one transaction offers to pay, in units and wei (EIP-1559).
 *
 * @param limit units
 * @param feePerGas most that is paid a unit, the tip included
 * @param tip of it for the validator
 */
record GasOffer(BigInteger limit, BigInteger feePerGas, BigInteger tip) {
  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  /** What the node said a moment ago. */
  record Market(BigInteger estimate, BigInteger baseFee, BigInteger tip) {}

  /**
   * Twice the base fee, so that it outlives six full blocks, and the tip; cut at the limit.
   *
   * @return empty when it costs more than the limits allow
   */
  static Optional<GasOffer> within(GasLimits limits, Market market) {
    BigInteger units =
        market
            .estimate()
            .multiply(HUNDRED.add(BigInteger.valueOf(limits.marginPercent())))
            .divide(HUNDRED);
    BigInteger tip = market.tip().max(limits.leastTip());
    BigInteger now = market.baseFee().add(tip);
    if (units.compareTo(limits.gas()) > 0 || now.compareTo(limits.feePerGas()) > 0) {
      return Optional.empty();
    }
    BigInteger offered = market.baseFee().shiftLeft(1).add(tip).min(limits.feePerGas());
    return Optional.of(new GasOffer(units, offered, tip));
  }

  /** The most that the transaction can cost. */
  BigInteger worst() {
    return limit.multiply(feePerGas);
  }
}
