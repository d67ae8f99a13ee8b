package pairdesk.engine.risk.data;

import java.util.Optional;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** Every market is known, open, and its fees can be counted. */
public record MarketOpenRule() implements RiskRule {

  @Override
  public String name() {
    return "market-open";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    for (Leg leg : bundle.legs()) {
      Optional<Market> market = context.markets().market(leg.instrument().market());
      if (market.isEmpty()) {
        return new Verdict.Refuse(name(), leg.instrument().market() + " is not known");
      }
      MarketStatus status = market.get().life().status();
      if (status != MarketStatus.OPEN) {
        return new Verdict.Refuse(name(), leg.instrument().market() + " is " + status);
      }
      if (!Fees.knows(market.get().terms().fees())) {
        return new Verdict.Refuse(
            name(),
            leg.instrument().market()
                + " has fees we cannot count: "
                + market.get().terms().fees());
      }
    }
    return new Verdict.Allow();
  }
}
