package pairdesk.sandbox.exchange.fees;

import java.math.BigInteger;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/**
 * Kalshi's quadratic fee: coefficient × multiplier × contracts × p × (1 − p), rounded up per fill;
 * then the balance is floored to the member's precision and the difference is a rounding fee, which
 * is paid back a cent at a time once an order has gathered more than that.
 *
 * @param tradeFeeStepE6 to what the trade fee is rounded up: 100 (four decimals) or 1 (six)
 * @param balanceStepE6 precision of the balance: 100 for direct members, 10 000 for others
 */
public record KalshiFees(long tradeFeeStepE6, long balanceStepE6) {
  public static final KalshiFees DIRECT = new KalshiFees(100, 100);
  public static final int TAKER_COEFFICIENT_E4 = 700;

  private static final long REBATE_E6 = 10_000;

  /**
   * The fee of a fill.
   *
   * @param net what the account pays in all
   * @param gathered the order's rounding fees that are not paid back yet
   */
  public record Charge(Usd net, Usd gathered) {}

  /** The trade fee before the balance is rounded. */
  public Usd tradeFee(int coefficientE4, int multiplierE3, Price price, Quantity quantity) {
    BigInteger raw =
        BigInteger.valueOf(quantity.e6())
            .multiply(BigInteger.valueOf((long) coefficientE4 * multiplierE3))
            .multiply(BigInteger.valueOf((long) price.e4() * (10_000 - price.e4())));
    // e6 shares × e4 × e3 × e8: dollars in 1/10^21, so micro-dollars in 1/10^15.
    BigInteger step = BigInteger.TEN.pow(15).multiply(BigInteger.valueOf(tradeFeeStepE6));
    BigInteger[] parts = raw.divideAndRemainder(step);
    long steps = parts[0].longValueExact() + (parts[1].signum() == 0 ? 0 : 1);
    return Usd.ofE6(Math.multiplyExact(steps, tradeFeeStepE6));
  }

  /**
   * Adds the rounding of the balance.
   *
   * @param revenue what the fill brings without fees, negative for a purchase
   * @param gathered what the order gathered so far
   */
  public Charge charge(Usd tradeFee, Usd revenue, Usd gathered) {
    long change = revenue.e6() - tradeFee.e6();
    long floored = Rounding.DOWN.divide(change, balanceStepE6) * balanceStepE6;
    long rounding = change - floored;
    long sum = gathered.e6() + rounding;
    long rebate = sum > REBATE_E6 ? REBATE_E6 : 0;
    return new Charge(Usd.ofE6(tradeFee.e6() + rounding - rebate), Usd.ofE6(sum - rebate));
  }
}
