package pairdesk.engine.execution;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import pairdesk.engine.money.Price;
import pairdesk.engine.order.Fill;

/**
 * What "every share inside its price limit" means, wherever it is counted: no share bought at more
 * than five percent above the price that was planned for its leg at worst, none sold again for less
 * than ninety-five percent of what the leg had cost, whatever the reason. Fills that were taken
 * back do not count.
 *
 * <p>Example: a leg planned at 0.40 at worst may be bought at 0.42 and sold again at 0.38.
 */
final class PriceLimits {
  private static final long ABOVE_PLAN = 105;
  private static final long OF_COST = 95;
  private static final long WHOLE = 100;

  private PriceLimits() {}

  /** By all orders of an execution of this plan. */
  static boolean areKept(Plan plan, Collection<OrderFills> orders) {
    return IntStream.range(0, plan.legs().size())
        .allMatch(leg -> areKept(plan.legs().get(leg).worst(), LegTrades.of(leg, orders)));
  }

  private static boolean areKept(Price planned, LegTrades leg) {
    return leg.purchases().stream()
            .allMatch(fill -> fill.price().e4() * WHOLE <= planned.e4() * ABOVE_PLAN)
        && leg.sales().stream().allMatch(isWorthIt(leg.purchases()));
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
