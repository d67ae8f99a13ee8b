package pairdesk.engine.risk.quality;

import pairdesk.engine.money.Ratio;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** The net edge reaches the strategy's minimum. */
public record NetEdgeRule(Limits.Quality limits) implements RiskRule {

  @Override
  public String name() {
    return "net-edge";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Ratio net = bundle.edge().netRatio();
    Ratio least = limits.floor(bundle.strategy()).minNetEdge();
    if (net.compareTo(least) >= 0) {
      return new Verdict.Allow();
    }
    return new Verdict.Refuse(name(), "net edge " + net + " of at least " + least);
  }
}
