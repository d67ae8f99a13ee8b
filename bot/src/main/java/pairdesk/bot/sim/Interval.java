package pairdesk.bot.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Side;

/** What a leg holds for certain, and at most, by what really happened. */
record Interval(long lowE6, long highE6) {

  /**
   * What the execution's legs could differ by if everything uncertain went against us: what the
   * others hold more than one of them, the dearest, as many as may end worthless. Shares of a
   * market that has paid out are worth what they are: nothing of them is open.
   */
  static Usd openRisk(
      List<Truth.Attempt> attempts, Scenery.Shape shape, Predicate<Instrument> paidOut) {
    Usd worst = Usd.ZERO;
    for (int missing = 0; missing < shape.legs(); missing++) {
      long low = of(attempts, missing).lowE6();
      var costs = new ArrayList<Usd>();
      for (int leg = 0; leg < shape.legs(); leg++) {
        long surplus = leg == missing ? 0 : of(attempts, leg).highE6() - low;
        costs.add(cost(attempts, leg, Math.max(0, surplus), paidOut));
      }
      worst = worst.max(dearest(costs, shape.worthless()));
    }
    return worst;
  }

  /** The sum of so many, the largest. */
  static Usd dearest(List<Usd> amounts, int most) {
    return amounts.stream()
        .sorted(Comparator.reverseOrder())
        .limit(most)
        .reduce(Usd.ZERO, Usd::plus);
  }

  /** At its limit. */
  static Usd stake(OrderIntent intent) {
    return Usd.of(intent.terms().limit(), intent.terms().quantity(), Rounding.UP);
  }

  private static Interval of(List<Truth.Attempt> attempts, int leg) {
    long low = 0;
    long high = 0;
    for (Truth.Attempt attempt : attempts) {
      if (attempt.intent.origin().leg() != leg) {
        continue;
      }
      long certain = attempt.filled(status -> status == FillStatus.FINAL).e6();
      long most =
          attempt.mayStillFill()
              ? attempt.intent.terms().quantity().e6()
              : attempt.filled(status -> status != FillStatus.VOIDED).e6();
      boolean buys = attempt.intent.terms().side() == Side.BUY;
      low += buys ? certain : -most;
      high += buys ? most : -certain;
    }
    return new Interval(Math.max(0, low), Math.max(0, high));
  }

  /** By the dearest limit of the purchases that filled or may fill. */
  private static Usd cost(
      List<Truth.Attempt> attempts, int leg, long surplusE6, Predicate<Instrument> paidOut) {
    return attempts.stream()
        .filter(a -> a.intent.origin().leg() == leg && a.intent.terms().side() == Side.BUY)
        .filter(a -> a.mayStillFill() || isBought(a))
        .filter(a -> !paidOut.test(a.intent.instrument()))
        .map(a -> Usd.of(a.intent.terms().limit(), Quantity.ofE6(surplusE6), Rounding.UP))
        .reduce(Usd.ZERO, Usd::max);
  }

  private static boolean isBought(Truth.Attempt attempt) {
    return !attempt.filled(status -> status != FillStatus.VOIDED).isZero();
  }
}
