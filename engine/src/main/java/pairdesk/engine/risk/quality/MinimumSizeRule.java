package pairdesk.engine.risk.quality;

import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** The size reaches the strategy's minimum. */
public record MinimumSizeRule(Limits.Quality limits) implements RiskRule {

  @Override
  public String name() {
    return "minimum-size";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Quantity least = limits.floor(bundle.strategy()).minShares();
    if (!bundle.shares().isLessThan(least)) {
      return new Verdict.Allow();
    }
    return new Verdict.Refuse(name(), bundle.shares() + " shares of at least " + least);
  }
}
