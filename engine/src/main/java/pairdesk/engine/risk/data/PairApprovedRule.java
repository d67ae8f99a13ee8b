package pairdesk.engine.risk.data;

import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** The pair is approved now: not paused, not suspended, not rejected, its time not over. */
public record PairApprovedRule() implements RiskRule {

  @Override
  public String name() {
    return "pair-approved";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    PairId id = bundle.pair();
    if (id == null || isApproved(bundle, id, context)) {
      return new Verdict.Allow();
    }
    return new Verdict.Refuse(name(), "pair " + id + " is not approved");
  }

  private static boolean isApproved(Opportunity.Bundle bundle, PairId id, RiskContext context) {
    MarketId market = bundle.legs().getFirst().instrument().market();
    for (Pair pair : context.markets().pairsOf(market)) {
      if (pair.id().equals(id)) {
        return pair.isTradable(context.now());
      }
    }
    return false;
  }
}
