package pairdesk.engine.risk.breaker;

import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** Nobody has halted us. */
public record HaltRule() implements RiskRule {

  @Override
  public String name() {
    return "halt";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    if (!context.desk().controls().halted()) {
      return new Verdict.Allow();
    }
    return new Verdict.Refuse(name(), "halted: " + context.desk().controls().haltReason());
  }
}
