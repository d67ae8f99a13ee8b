package pairdesk.engine.risk.capital;

import java.util.Set;
import java.util.function.Supplier;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Cap;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Sizing;
import pairdesk.engine.risk.Verdict;

/** What a market may still take back stays within its limit. */
public record ProvisionalRule(Cap cap) implements RiskRule {
  /** Venues that match first and settle later, on chain. */
  private static final Set<VenueId> SETTLE_LATER = Set.of(VenueId.POLYMARKET);

  @Override
  public String name() {
    return "provisional";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Usd most = cap.at(context.portfolio().capital());
    Verdict verdict = new Verdict.Allow();
    for (Leg leg : bundle.legs()) {
      if (SETTLE_LATER.contains(leg.instrument().venue())) {
        Usd provisional = context.portfolio().provisional(leg.instrument().market());
        Usd stake = Sizing.stake(leg);
        Supplier<String> why =
            () ->
                leg.instrument().market()
                    + ": provisional "
                    + provisional
                    + " + "
                    + stake
                    + " of "
                    + most;
        verdict =
            Sizing.tighter(
                verdict, Sizing.fit(name(), bundle, stake, most.minus(provisional), why));
      }
    }
    return verdict;
  }
}
