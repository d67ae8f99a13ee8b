package pairdesk.engine.risk.capital;

import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Cap;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Sizing;
import pairdesk.engine.risk.Verdict;

/** One trade stays small beside everything. */
public record OneTradeRule(Cap cap) implements RiskRule {

  @Override
  public String name() {
    return "one-trade";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Usd most = cap.at(context.portfolio().capital());
    Usd stake = Sizing.stake(bundle);
    return Sizing.fit(name(), bundle, stake, most, () -> "trade " + stake + " of " + most);
  }
}
