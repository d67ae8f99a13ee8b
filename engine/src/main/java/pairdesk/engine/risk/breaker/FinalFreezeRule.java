package pairdesk.engine.risk.breaker;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Market;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.strategy.MarketView;

/** No entries in the last moments before the earlier close of the legs. */
public record FinalFreezeRule(Duration freeze) implements RiskRule {

  @Override
  public String name() {
    return "final-freeze";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Instant close = close(bundle, context.markets());
    if (close == null) {
      return new Verdict.Refuse(name(), "no leg says when it closes");
    }
    if (context.now().isBefore(close.minus(freeze))) {
      return new Verdict.Allow();
    }
    return new Verdict.Refuse(
        name(), "closes at " + close + ", no entries from " + freeze.toSeconds() + " s before");
  }

  /** The earliest of all legs; null when none says. */
  private static @Nullable Instant close(Opportunity.Bundle bundle, MarketView markets) {
    Instant earliest = null;
    for (Leg leg : bundle.legs()) {
      Optional<Market> market = markets.market(leg.instrument().market());
      Instant close = market.map(Market::life).map(Market.Life::end).orElse(null);
      if (close != null && (earliest == null || close.isBefore(earliest))) {
        earliest = close;
      }
    }
    return earliest;
  }
}
