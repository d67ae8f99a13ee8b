package pairdesk.engine.risk.data;

import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** Every venue of a leg works in full. */
public record VenueUpRule() implements RiskRule {

  @Override
  public String name() {
    return "venue-up";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    for (Leg leg : bundle.legs()) {
      String problem = context.desk().venueProblems().get(leg.instrument().venue());
      if (problem != null) {
        return new Verdict.Refuse(name(), leg.instrument().venue().label() + ": " + problem);
      }
    }
    return new Verdict.Allow();
  }
}
