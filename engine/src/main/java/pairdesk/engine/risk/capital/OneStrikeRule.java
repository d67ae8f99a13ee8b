package pairdesk.engine.risk.capital;

import java.util.function.Supplier;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Sizing;
import pairdesk.engine.risk.Verdict;

/**
 * No strike of Kalshi's bitcoin series holds more than its share of capital; each strike is a
 * market there.
 */
public record OneStrikeRule(Ratio share) implements RiskRule {
  private static final String BITCOIN = "KXBTC";

  @Override
  public String name() {
    return "one-strike";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Usd most = context.portfolio().capital().times(share, Rounding.DOWN);
    Verdict verdict = new Verdict.Allow();
    for (Leg leg : bundle.legs()) {
      MarketId market = leg.instrument().market();
      if (market.venue().equals(VenueId.KALSHI) && market.code().startsWith(BITCOIN)) {
        Usd open = context.portfolio().committed(market);
        Usd stake = Sizing.stake(leg);
        Supplier<String> why = () -> market + ": open " + open + " + " + stake + " of " + most;
        verdict = Sizing.tighter(verdict, Sizing.fit(name(), bundle, stake, most.minus(open), why));
      }
    }
    return verdict;
  }
}
