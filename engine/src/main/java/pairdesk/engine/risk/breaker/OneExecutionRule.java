package pairdesk.engine.risk.breaker;

import pairdesk.engine.market.PairId;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** A pair has one execution at a time, and none while the outcome of an order is unknown. */
public record OneExecutionRule() implements RiskRule {

  @Override
  public String name() {
    return "one-execution";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    PairId pair = bundle.pair();
    if (pair != null && context.busy().executing().contains(pair)) {
      return new Verdict.Refuse(name(), "pair " + pair + " is being traded");
    }
    if (pair != null && context.busy().unknown().contains(pair)) {
      return new Verdict.Refuse(name(), "pair " + pair + " has an order of unknown outcome");
    }
    return new Verdict.Allow();
  }
}
