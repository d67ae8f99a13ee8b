package pairdesk.engine.risk.breaker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.PairId;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Sizing;
import pairdesk.engine.risk.Verdict;

/** A pair rests after a trade, and so does each market that was traded without one. */
public record CooldownRule() implements RiskRule {

  @Override
  public String name() {
    return "cooldown";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    PairId pair = bundle.pair();
    RiskContext.Busy busy = context.busy();
    if (pair != null) {
      return judge("pair " + pair, busy.coolingUntil().get(pair), context);
    }
    return bundle.legs().stream()
        .map(leg -> leg.instrument().market())
        .map(market -> judge(market.toString(), busy.alone().coolingUntil().get(market), context))
        .reduce(new Verdict.Allow(), Sizing::tighter);
  }

  private Verdict judge(String what, @Nullable Instant until, RiskContext context) {
    return until == null || !context.now().isBefore(until)
        ? new Verdict.Allow()
        : new Verdict.Refuse(name(), what + " rests until " + until);
  }
}
