package pairdesk.engine.execution;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import pairdesk.engine.money.Price;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;

/**
 * What "inside the slippage limits" means, wherever it is counted: share by share, no share bought
 * at more than five percent above the price that was planned for its leg at worst, none sold again
 * for less than ninety-five percent of what the leg had cost, whatever the reason. Fills that were
 * taken back do not count.
 *
 * <p>Example: a leg planned at 0.40 at worst may be bought at 0.42 and sold again at 0.38.
 */
public final class PriceLimits {
  private static final long ABOVE_PLAN = 105;
  private static final long OF_COST = 95;
  private static final long WHOLE = 100;

  private PriceLimits() {}

  /** By all orders of an execution of this plan. */
  public static boolean areKept(Plan plan, Collection<ClientOrder> orders) {
    for (int leg = 0; leg < plan.legs().size(); leg++) {
      int own = leg;
      List<Fill> fills =
          orders.stream()
              .filter(order -> order.intent().origin().leg() == own)
              .flatMap(order -> order.fills().stream())
              .toList();
      if (!areKept(plan.legs().get(leg).worst(), fills)) {
        return false;
      }
    }
    return true;
  }

  /** By the fills of one leg that was planned at this price at worst. */
  public static boolean areKept(Price planned, Collection<Fill> fills) {
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
