package pairdesk.engine.opportunity;

import java.math.BigInteger;
import pairdesk.engine.book.Level;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill.Liquidity;
import pairdesk.engine.order.Side;

/**
 * What a venue charges for a fill, to its own rounding, and what we expect it to charge, rounded
 * against us. A schedule that we do not know has no fee: ask {@link #knows} first.
 *
 * <p>Examples: Kalshi, 100 at 0.50, taker: $1.75. Polymarket, 1.219511 at 0.82 with rate 0.07:
 * charged $0.01259, estimated $0.01260.
 *
 * <p>Sources: Kalshi's fee and rounding pages, July to September 2026, and 33 recorded fills;
 * Polymarket's fee page of August 2026 and 21 fills recorded in September 2026.
 *
 * @param quadraticStep to which multiple Kalshi rounds the trade fee up: $0.0001 by all recorded
 *     fills, $0.000001 by its page of September 2026
 */
public record Fees(Usd quadraticStep) {
  public static final Fees STANDARD = new Fees(Usd.ofE6(100));

  /** Kalshi keeps direct members' balances in multiples of $0.0001. */
  private static final long BALANCE_STEP_E6 = 100;

  /** Polymarket books fees in multiples of $0.00001. */
  private static final long CURVE_STEP_E6 = 10;

  private static final long E4 = 10_000L;
  private static final long E8 = 100_000_000L;
  private static final long E16 = E8 * E8;

  public Fees {
    if (quadraticStep.e6() != 1 && quadraticStep.e6() != 100) {
      throw new IllegalArgumentException(
          "Kalshi rounds fees to $0.0001 or $0.000001, not " + quadraticStep);
    }
  }

  /** Whether fees can be counted; what cannot be counted is not traded. */
  public static boolean knows(FeeSchedule schedule) {
    return switch (schedule) {
      case FeeSchedule.Quadratic _, FeeSchedule.TakerCurve _, FeeSchedule.Free _ -> true;
      case FeeSchedule.Unknown _ -> false;
    };
  }

  /**
   * What the venue books for one fill. Kalshi's rebate of accumulated rounding is not in it: what
   * is paid in the end is never more than this.
   *
   * @throws IllegalArgumentException for a schedule that we do not know
   */
  public Usd charged(
      FeeSchedule schedule, Liquidity liquidity, Side side, Price price, Quantity quantity) {
    return switch (schedule) {
      case FeeSchedule.Quadratic quadratic ->
          quadratic(quadratic, liquidity, side, price, quantity);
      case FeeSchedule.TakerCurve curve -> curve(curve, liquidity, price, quantity, Rounding.DOWN);
      case FeeSchedule.Free _ -> Usd.ZERO;
      case FeeSchedule.Unknown unknown -> throw notKnown(unknown);
    };
  }

  /**
   * What one fill is expected to cost, never less than what the venue books for it.
   *
   * @throws IllegalArgumentException for a schedule that we do not know
   */
  public Usd estimate(
      FeeSchedule schedule, Liquidity liquidity, Side side, Price price, Quantity quantity) {
    return switch (schedule) {
      case FeeSchedule.TakerCurve curve -> curve(curve, liquidity, price, quantity, Rounding.UP);
      case FeeSchedule.Quadratic _, FeeSchedule.Free _, FeeSchedule.Unknown _ ->
          charged(schedule, liquidity, side, price, quantity);
    };
  }

  /** Expected taker fee of a walk, counted and rounded level by level. */
  public Usd estimate(FeeSchedule schedule, Side side, Sweep sweep) {
    Usd sum = Usd.ZERO;
    for (Level part : sweep.parts()) {
      sum = sum.plus(estimate(schedule, Liquidity.TAKER, side, part.price(), part.quantity()));
    }
    return sum;
  }

  private Usd quadratic(
      FeeSchedule.Quadratic schedule,
      Liquidity liquidity,
      Side side,
      Price price,
      Quantity quantity) {
    long coefficient = liquidity == Liquidity.TAKER ? schedule.takerE4() : schedule.makerE4();
    long step = quadraticStep.e6();
    long tradeFee =
        Math.multiplyExact(
            Rounding.UP.multiplyDivide(
                quantity.e6(),
                Math.multiplyExact(coefficient, schedule.multiplierE4()),
                variance(price),
                Math.multiplyExact(E16, step)),
            step);
    return Usd.ofE6(tradeFee + balanceRounding(side, price, quantity, tradeFee));
  }

  /** What is lost when the balance after the fill is cut to its step. */
  private static long balanceRounding(Side side, Price price, Quantity quantity, long tradeFee) {
    // in 1/10 000 µ$, where price times quantity is a whole number; only what is left counts
    long step = BALANCE_STEP_E6 * E4;
    long notional = quantity.e6() % step * price.e4() % step;
    long revenue = side == Side.BUY ? -notional : notional;
    long change = revenue - tradeFee % BALANCE_STEP_E6 * E4;
    return Rounding.UP.divide(Math.floorMod(change, step), E4);
  }

  private static Usd curve(
      FeeSchedule.TakerCurve schedule,
      Liquidity liquidity,
      Price price,
      Quantity quantity,
      Rounding rounding) {
    if (liquidity == Liquidity.MAKER) {
      return Usd.ZERO;
    }
    long steps =
        schedule.exponent() == 1
            ? rounding.multiplyDivide(
                quantity.e6(), schedule.rate().bps(), variance(price), E4 * E8 * CURVE_STEP_E6)
            : powered(schedule, price, quantity, rounding);
    return Usd.ofE6(Math.multiplyExact(steps, CURVE_STEP_E6));
  }

  private static long powered(
      FeeSchedule.TakerCurve schedule, Price price, Quantity quantity, Rounding rounding) {
    BigInteger[] parts =
        BigInteger.valueOf(quantity.e6())
            .multiply(BigInteger.valueOf(schedule.rate().bps()))
            .multiply(BigInteger.valueOf(variance(price)).pow(schedule.exponent()))
            .divideAndRemainder(
                BigInteger.valueOf(E8)
                    .pow(schedule.exponent())
                    .multiply(BigInteger.valueOf(E4 * CURVE_STEP_E6)));
    long quotient = parts[0].longValueExact();
    return switch (rounding) {
      case DOWN, PROCEEDS_AGAINST_US -> quotient;
      case UP, COST_AGAINST_US -> parts[1].signum() > 0 ? Math.incrementExact(quotient) : quotient;
    };
  }

  /** p × (1 − p) in 1/100 000 000. */
  private static long variance(Price price) {
    return (long) price.e4() * price.complement().e4();
  }

  private static IllegalArgumentException notKnown(FeeSchedule.Unknown schedule) {
    return new IllegalArgumentException("no fee is known for schedule " + schedule.venueName());
  }
}
