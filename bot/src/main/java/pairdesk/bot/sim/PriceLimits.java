package pairdesk.bot.sim;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import pairdesk.engine.money.Price;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;

/**
 * Whether an execution kept the limits of its rules, share by share, by what really happened: no
 * share bought at more than five percent above the price that was planned for its leg at worst,
 * none sold again for less than ninety-five percent of what the leg had cost.
 */
final class PriceLimits {
  private static final long ABOVE_PLAN = 105;
  private static final long OF_COST = 95;
  private static final long WHOLE = 100;

  private PriceLimits() {}

  static boolean areKept(List<Truth.Attempt> attempts) {
    return attempts.stream()
        .map(attempt -> attempt.intent.origin().leg())
        .distinct()
        .allMatch(leg -> isKept(attempts, leg));
  }

  private static boolean isKept(List<Truth.Attempt> attempts, int leg) {
    List<Truth.Attempt> own =
        attempts.stream().filter(a -> a.intent.origin().leg() == leg).toList();
    List<Fill> fills = own.stream().flatMap(attempt -> attempt.fills().stream()).toList();
    // the limit of a leg's first order is what the plan meant to pay at worst
    return areKept(own.getFirst().intent.terms().limit(), fills);
  }

  /** By the fills of one leg. */
  static boolean areKept(Price planned, Collection<Fill> fills) {
    List<Fill> bought = standing(fills, Side.BUY);
    return bought.stream().allMatch(fill -> fill.price().e4() * WHOLE <= planned.e4() * ABOVE_PLAN)
        && standing(fills, Side.SELL).stream().allMatch(isWorthIt(bought));
  }

  private static List<Fill> standing(Collection<Fill> fills, Side side) {
    return fills.stream()
        .filter(fill -> fill.side() == side && fill.status() != FillStatus.VOIDED)
        .toList();
  }

  /** Price × shares bought against 95 % of their cost, exact. */
  private static Predicate<Fill> isWorthIt(List<Fill> bought) {
    BigInteger cost = BigInteger.ZERO;
    BigInteger shares = BigInteger.ZERO;
    for (Fill fill : bought) {
      BigInteger quantity = BigInteger.valueOf(fill.quantity().e6());
      cost = cost.add(quantity.multiply(BigInteger.valueOf(fill.price().e4())));
      shares = shares.add(quantity);
    }
    BigInteger least = cost.multiply(BigInteger.valueOf(OF_COST));
    BigInteger all = shares;
    return sold ->
        BigInteger.valueOf(sold.price().e4() * WHOLE).multiply(all).compareTo(least) >= 0;
  }
}
