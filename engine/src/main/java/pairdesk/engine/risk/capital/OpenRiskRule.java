package pairdesk.engine.risk.capital;

import java.util.Arrays;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Cap;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Sizing;
import pairdesk.engine.risk.Verdict;

/**
 * Everything unresolved at its worst, this trade's dearest legs with it, stays within its limit: as
 * many of them as end worthless when one is missing.
 */
public record OpenRiskRule(Cap cap) implements RiskRule {

  @Override
  public String name() {
    return "open-risk";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Usd open = context.exposure().openRisk();
    Usd most = cap.at(context.portfolio().capital());
    Usd stake = dearest(bundle);
    return Sizing.fit(
        name(),
        bundle,
        stake,
        most.minus(open),
        () -> "open risk " + open + " + " + stake + " of " + most);
  }

  private static Usd dearest(Opportunity.Bundle bundle) {
    long[] stakesE6 = bundle.legs().stream().mapToLong(leg -> Sizing.stake(leg).e6()).toArray();
    Arrays.sort(stakesE6);
    Usd sum = Usd.ZERO;
    for (int leg = bundle.paying(); leg < stakesE6.length; leg++) {
      sum = sum.plus(Usd.ofE6(stakesE6[leg]));
    }
    return sum;
  }
}
