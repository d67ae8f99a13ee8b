package pairdesk.engine.risk.data;

import pairdesk.engine.money.Ratio;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** An edge too good to be true is wrong data, or two different questions. */
public record TooGoodRule(Ratio most) implements RiskRule {

  @Override
  public String name() {
    return "too-good";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Ratio net = bundle.edge().netRatio();
    if (net.compareTo(most) <= 0) {
      return new Verdict.Allow();
    }
    return new Verdict.Refuse(
        name(), "net edge " + net + " is above " + most + ": look at the data");
  }
}
