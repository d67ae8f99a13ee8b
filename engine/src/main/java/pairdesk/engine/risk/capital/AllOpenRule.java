package pairdesk.engine.risk.capital;

import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Sizing;
import pairdesk.engine.risk.Verdict;

/** All positions and reservations together leave something free. */
public record AllOpenRule(Ratio share) implements RiskRule {

  @Override
  public String name() {
    return "all-open";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Usd most = context.portfolio().capital().times(share, Rounding.DOWN);
    Usd open = context.portfolio().committed();
    Usd stake = Sizing.stake(bundle);
    return Sizing.fit(
        name(),
        bundle,
        stake,
        most.minus(open),
        () -> "open " + open + " + " + stake + " of " + most);
  }
}
