package pairdesk.engine.risk.breaker;

import java.util.Optional;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** No breaker that stops entries is tripped. */
public record BreakersRule() implements RiskRule {

  @Override
  public String name() {
    return "breaker";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    for (Leg leg : bundle.legs()) {
      Optional<BreakerState> tripped =
          context.desk().breakers().blocksEntries(leg.instrument().venue());
      if (tripped.isPresent()) {
        return new Verdict.Refuse(name(), tripped.get().name() + ": " + tripped.get().cause());
      }
    }
    return new Verdict.Allow();
  }
}
