package pairdesk.engine.risk.breaker;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import pairdesk.engine.market.Market;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** No entries in the last moments before the earlier close of the legs. */
public record FinalFreezeRule(Duration freeze) implements RiskRule {

  @Override
  public String name() {
    return "final-freeze";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Optional<Instant> close =
        bundle.legs().stream()
            .flatMap(leg -> context.markets().market(leg.instrument().market()).stream())
            .flatMap(market -> close(market).stream())
            .min(Instant::compareTo);
    if (close.isEmpty()) {
      return new Verdict.Refuse(name(), "no leg says when it closes");
    }
    if (context.now().isBefore(close.get().minus(freeze))) {
      return new Verdict.Allow();
    }
    return new Verdict.Refuse(
        name(),
        "closes at " + close.get() + ", no entries from " + freeze.toSeconds() + " s before");
  }

  private static Optional<Instant> close(Market market) {
    return Optional.ofNullable(market.life().close())
        .or(() -> Optional.ofNullable(market.life().resolves()));
  }
}
