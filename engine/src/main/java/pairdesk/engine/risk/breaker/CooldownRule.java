package pairdesk.engine.risk.breaker;

import java.time.Instant;
import pairdesk.engine.market.PairId;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** A pair rests after a trade. */
public record CooldownRule() implements RiskRule {

  @Override
  public String name() {
    return "cooldown";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    PairId pair = bundle.pair();
    Instant until = pair == null ? null : context.busy().coolingUntil().get(pair);
    if (until == null || !context.now().isBefore(until)) {
      return new Verdict.Allow();
    }
    return new Verdict.Refuse(name(), "pair " + pair + " rests until " + until);
  }
}
