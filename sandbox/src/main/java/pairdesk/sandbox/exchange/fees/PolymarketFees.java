package pairdesk.sandbox.exchange.fees;

import java.math.BigInteger;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/** Polymarket's taker fee: shares × rate × p × (1 − p), cut to 1/100 000 dollar. */
public final class PolymarketFees {
  private static final BigInteger E5_DIVISOR = BigInteger.TEN.pow(13);

  private PolymarketFees() {}

  /**
   * @param rateE4 the market's rate in 1/10 000, 700 for 0.07
   */
  public static Usd taker(int rateE4, Price price, Quantity quantity) {
    // e6 shares × e4 × e8: dollars in 1/10^18.
    BigInteger e18 =
        BigInteger.valueOf(quantity.e6())
            .multiply(BigInteger.valueOf(rateE4))
            .multiply(BigInteger.valueOf((long) price.e4() * (10_000 - price.e4())));
    return Usd.ofE6(Math.multiplyExact(e18.divide(E5_DIVISOR).longValueExact(), 10L));
  }
}
