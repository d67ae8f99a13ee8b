package pairdesk.engine.risk.capital;

import java.util.Arrays;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.order.Side;
import pairdesk.engine.risk.Cap;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Sizing;
import pairdesk.engine.risk.Verdict;

/**
 * The worst partial fill stays within its budget: should one leg stay empty, the others are sold
 * again at their bids of now, after fees. Shares that nobody bids for count as lost.
 *
 * <p>Example: 100 YES at 0.40 with $1.68 fees cost $41.68. They are bid 0.38, for a fee of $1.65:
 * alone they lose $5.33.
 */
public record PartialLossRule(Cap budget, Fees fees) implements RiskRule {

  @Override
  public String name() {
    return "partial-loss";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Usd most = budget.at(context.portfolio().capital());
    Usd loss = worst(bundle, context);
    return Sizing.fit(
        name(),
        bundle,
        loss,
        most,
        () -> "without one leg, selling the rest again loses " + loss + " of at most " + most);
  }

  /** Of all legs but the one whose sale loses least. */
  private Usd worst(Opportunity.Bundle bundle, RiskContext context) {
    long[] lossesE6 = bundle.legs().stream().mapToLong(leg -> lossE6(leg, context)).toArray();
    Arrays.sort(lossesE6);
    return Usd.ofE6(Arrays.stream(lossesE6, 1, lossesE6.length).sum());
  }

  /** Grows faster than the shares do, since deeper bids are worse. */
  private long lossE6(Leg leg, RiskContext context) {
    Ladder bids =
        context.markets().book(leg.instrument()).map(book -> book.bids()).orElse(Ladder.EMPTY);
    Sweep sale = Sweep.sell(bids, leg.quantity(), Price.ZERO);
    Usd proceeds =
        context
            .markets()
            .market(leg.instrument().market())
            .map(Market::terms)
            .map(Market.Terms::fees)
            .filter(Fees::knows)
            .map(schedule -> proceeds(sale, schedule))
            .orElse(Usd.ZERO);
    return Math.max(0, Sizing.stake(leg).minus(proceeds).e6());
  }

  private Usd proceeds(Sweep sale, FeeSchedule schedule) {
    return sale.amount().minus(fees.estimate(schedule, Side.SELL, sale));
  }
}
