package pairdesk.engine.risk.breaker;

import java.util.HashSet;
import java.util.Optional;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.EventKey;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/**
 * Nothing new in an event in which an execution is stuck: where one surplus finds no buyer, the
 * next would not either.
 */
public record StuckEventRule() implements RiskRule {

  @Override
  public String name() {
    return "stuck-event";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    if (context.busy().stuck().isEmpty()) {
      return new Verdict.Allow();
    }
    var events = new HashSet<EventKey>();
    for (Leg leg : bundle.legs()) {
      events.add(EventKey.of(leg.instrument().market(), context.markets()));
    }
    Optional<MarketId> stuck =
        context.busy().stuck().stream()
            .filter(market -> events.contains(EventKey.of(market, context.markets())))
            .min(MarketId::compareTo);
    return stuck
        .<Verdict>map(market ->
            new Verdict.Refuse(name(), "an execution is stuck in " + market + ", of this event"))
        .orElseGet(Verdict.Allow::new);
  }
}
