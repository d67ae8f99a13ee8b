package pairdesk.engine.risk.capital;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Sizing;
import pairdesk.engine.risk.Verdict;

/** The free cash of each venue, on Kalshi of the market's shard, covers the legs there. */
public record BalanceRule() implements RiskRule {

  @Override
  public String name() {
    return "balance";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Map<Purse, Usd> stakes = new LinkedHashMap<>();
    for (Leg leg : bundle.legs()) {
      stakes.merge(purse(leg, context), Sizing.stake(leg), Usd::plus);
    }
    Verdict verdict = new Verdict.Allow();
    for (Map.Entry<Purse, Usd> entry : stakes.entrySet()) {
      Purse purse = entry.getKey();
      Usd free = context.portfolio().free(purse.venue(), purse.shard());
      Supplier<String> why =
          () -> purse.venue().label() + ": needs " + entry.getValue() + ", free " + free;
      verdict = Sizing.tighter(verdict, Sizing.fit(name(), bundle, entry.getValue(), free, why));
    }
    return verdict;
  }

  private static Purse purse(Leg leg, RiskContext context) {
    int shard =
        context
            .markets()
            .market(leg.instrument().market())
            .map(Market::address)
            .map(Market.Address::shard)
            .orElse(0);
    return new Purse(leg.instrument().venue(), shard);
  }

  private record Purse(VenueId venue, int shard) {}
}
