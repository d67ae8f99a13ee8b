package pairdesk.engine.risk.capital;

import java.time.Duration;
import java.time.Instant;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** Every venue's account was read a moment ago and agrees with ours. */
public record ReconciledRule(Duration most) implements RiskRule {

  @Override
  public String name() {
    return "reconciled";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    for (Leg leg : bundle.legs()) {
      VenueId venue = leg.instrument().venue();
      if (!context.desk().reconciled().contains(venue)) {
        return new Verdict.Refuse(name(), venue.label() + "'s account is not reconciled");
      }
      Instant reported = context.portfolio().cash(venue, shard(leg, context)).reportedAt();
      if (Duration.between(reported, context.now()).compareTo(most) > 0) {
        return new Verdict.Refuse(
            name(), venue.label() + "'s cash was last reported at " + reported);
      }
    }
    return new Verdict.Allow();
  }

  private static int shard(Leg leg, RiskContext context) {
    return context
        .markets()
        .market(leg.instrument().market())
        .map(Market::address)
        .map(Market.Address::shard)
        .orElse(0);
  }
}
