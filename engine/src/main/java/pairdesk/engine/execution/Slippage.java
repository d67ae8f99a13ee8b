package pairdesk.engine.execution;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/**
 * Slippage of a whole trade as money: what it lost beside its plan, and what it is measured by. All
 * remainders go against us, and fills that were taken back do not count.
 *
 * <p>Lost is the sum of these, and nothing is set against it, neither a purchase below the plan nor
 * a sale above its cost:
 *
 * <ul>
 *   <li>of shares bought above the price that was planned for their leg at worst, the difference;
 *   <li>the fees of purchases by which a repair bought what was missing;
 *   <li>of shares sold again, what they had cost on average less what the sale brought after its
 *       fee;
 *   <li>of shares that are left without a counterpart, all that they had cost.
 * </ul>
 *
 * <p>The fees of the plan's own purchases are no slippage: they are what was planned.
 *
 * <p>Measured by what the trade was to cost at worst, as far as it came: as many bundles as the leg
 * that bought most has bought, never more than planned. What no leg filled does not count.
 *
 * <p>Example: of 100 bundles at 0.40 and 0.55 at worst one leg bought 100 at 0.40 and sold them at
 * 0.39 for a fee of $1.50, the other bought nothing: $2.50 of $95, 2.64 %.
 *
 * @param lost never negative
 * @param planned what the bundles were to cost at worst, without fees
 */
public record Slippage(Usd lost, Usd planned) {
  /** What evening out two legs may cost (document 001). */
  public static final Ratio LIMIT = Ratio.ofPercent(5);

  /** What document 003 tolerates. */
  public static final Ratio TOLERANCE = Ratio.ofPercent(2);

  /** By all orders of an execution of this plan. */
  public static Slippage of(Plan plan, Collection<OrderFills> orders) {
    List<LegTrades> legs =
        IntStream.range(0, plan.legs().size()).mapToObj(leg -> LegTrades.of(leg, orders)).toList();
    Quantity most =
        legs.stream()
            .map(LegTrades::bought)
            .reduce(Quantity.ZERO, Quantity::max)
            .min(plan.shares());
    Quantity matched = legs.stream().map(LegTrades::held).reduce(Quantity::min).orElseThrow();
    Usd lost = Usd.ZERO;
    Usd planned = Usd.ZERO;
    for (int leg = 0; leg < legs.size(); leg++) {
      Price worst = plan.legs().get(leg).worst();
      lost = lost.plus(legs.get(leg).lost(worst, matched));
      planned = planned.plus(Usd.of(worst, most, Rounding.DOWN));
    }
    return new Slippage(lost, planned);
  }

  /** Lost as a share of the plan; zero of a trade of which nothing stands. */
  public Ratio share() {
    return planned.isZero() ? Ratio.ZERO : Ratio.of(lost, planned, Rounding.UP);
  }

  /** The bound is inside. */
  public boolean isWithin(Ratio limit) {
    return share().compareTo(limit) <= 0;
  }
}
