package pairdesk.engine.risk.capital;

import java.util.Comparator;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Cap;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Sizing;
import pairdesk.engine.risk.Verdict;

/**
 * Everything unresolved at its worst, this trade's dearest legs with it, stays within its limit: as
 * many of them as end worthless when one is missing.
 */
public record OpenRiskRule(Cap cap) implements RiskRule {

  @Override
  public String name() {
    return "open-risk";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Usd open = context.exposure().openRisk();
    Usd most = cap.at(context.portfolio().capital());
    Usd stake =
        bundle.legs().stream()
            .map(Sizing::stake)
            .sorted(Comparator.reverseOrder())
            .limit(bundle.legs().size() - bundle.paying())
            .reduce(Usd.ZERO, Usd::plus);
    return Sizing.fit(
        name(),
        bundle,
        stake,
        most.minus(open),
        () -> "open risk " + open + " + " + stake + " of " + most);
  }
}
