package pairdesk.engine.risk.capital;

import java.util.function.Supplier;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Sizing;
import pairdesk.engine.risk.Verdict;

/** No market holds more than its limit, reservations counted. */
public record OneMarketRule(Usd most) implements RiskRule {

  @Override
  public String name() {
    return "one-market";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Verdict verdict = new Verdict.Allow();
    for (Leg leg : bundle.legs()) {
      MarketId market = leg.instrument().market();
      Usd open = context.portfolio().committed(market);
      Usd stake = Sizing.stake(leg);
      Supplier<String> why = () -> market + ": open " + open + " + " + stake + " of " + most;
      verdict = Sizing.tighter(verdict, Sizing.fit(name(), bundle, stake, most.minus(open), why));
    }
    return verdict;
  }
}
