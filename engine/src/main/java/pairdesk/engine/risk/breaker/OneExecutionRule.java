package pairdesk.engine.risk.breaker;

import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.PairId;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/**
 * A pair has one execution at a time, and none while the outcome of an order is unknown; so has
 * each market that is traded without one.
 */
public record OneExecutionRule() implements RiskRule {

  @Override
  public String name() {
    return "one-execution";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    PairId pair = bundle.pair();
    if (pair == null) {
      return judge(bundle, context.busy().alone());
    }
    if (context.busy().executing().contains(pair)) {
      return new Verdict.Refuse(name(), "pair " + pair + " is being traded");
    }
    if (context.busy().unknown().contains(pair)) {
      return new Verdict.Refuse(name(), "pair " + pair + " has an order of unknown outcome");
    }
    return new Verdict.Allow();
  }

  private Verdict judge(Opportunity.Bundle bundle, RiskContext.Alone alone) {
    for (Leg leg : bundle.legs()) {
      MarketId market = leg.instrument().market();
      if (alone.executing().contains(market)) {
        return new Verdict.Refuse(name(), market + " is being traded");
      }
      if (alone.unknown().contains(market)) {
        return new Verdict.Refuse(name(), market + " has an order of unknown outcome");
      }
    }
    return new Verdict.Allow();
  }
}
