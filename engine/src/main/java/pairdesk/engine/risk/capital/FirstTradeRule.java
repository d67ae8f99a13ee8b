package pairdesk.engine.risk.capital;

import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.portfolio.Portfolio;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Sizing;
import pairdesk.engine.risk.Verdict;

/**
 * A pair is traded small, though never below its strategy's smallest size, until every leg of it
 * was bought once for certain. What is wrong with a mapping, a fee or an account shows by then.
 */
public record FirstTradeRule(Usd most, Limits.Quality quality) implements RiskRule {

  @Override
  public String name() {
    return "first-trade";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    if (bundle.pair() == null || isTried(bundle, context.portfolio())) {
      return new Verdict.Allow();
    }
    Usd stake = Sizing.stake(bundle);
    Usd room = most.max(smallest(bundle, stake));
    return Sizing.fit(
        name(),
        bundle,
        stake,
        room,
        () -> "first trade of pair " + bundle.pair() + ": " + stake + " of " + room);
  }

  private static boolean isTried(Opportunity.Bundle bundle, Portfolio portfolio) {
    return bundle.legs().stream()
        .map(leg -> leg.instrument().market())
        .allMatch(portfolio::isTried);
  }

  /** What the strategy's smallest size may cost. */
  private Usd smallest(Opportunity.Bundle bundle, Usd stake) {
    Quantity least = quality.floor(bundle.strategy()).minShares();
    return Usd.ofE6(Rounding.UP.multiplyDivide(stake.e6(), least.e6(), bundle.shares().e6()));
  }
}
