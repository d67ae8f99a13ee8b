package pairdesk.engine.risk.capital;

import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/**
 * Nothing is bought that a venue would set off against what is held already: the older bundle would
 * lose its leg, and the new one could not be sold again if its other leg fails.
 */
public record NettingRule() implements RiskRule {
  @Override
  public String name() {
    return "netting";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    for (Leg leg : bundle.legs()) {
      Instrument bought = leg.instrument();
      Quantity closed = context.portfolio().netted(bought);
      if (!closed.isZero()) {
        return new Verdict.Refuse(
            name(),
            "%s would set %s off against the %s shares of the other outcome that are held"
                .formatted(bought.venue().label(), bought, closed));
      }
    }
    return new Verdict.Allow();
  }
}
