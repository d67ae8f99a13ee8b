package pairdesk.engine.risk.data;

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
    return context.markets().pairsOf(bundle.legs().getFirst().instrument().market()).stream()
        .anyMatch(pair -> pair.id().equals(id) && pair.isTradable(context.now()));
  }
}
