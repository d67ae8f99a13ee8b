package pairdesk.engine.risk.capital;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.EventKey;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Sizing;
import pairdesk.engine.risk.Verdict;

/**
 * No event holds more than its share of capital. The events of all legs count as one: they are the
 * same happening on two venues, and it is the same mistake that would hurt on both.
 */
public record OneEventRule(Ratio share) implements RiskRule {

  @Override
  public String name() {
    return "one-event";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    var events = new HashSet<EventKey>();
    for (Leg leg : bundle.legs()) {
      events.add(EventKey.of(leg.instrument().market(), context.markets()));
    }
    Usd capital = context.portfolio().capital();
    Usd most = capital.times(share, Rounding.DOWN);
    Usd open = open(events, context);
    Usd stake = Sizing.stake(bundle);
    Supplier<String> why =
        () -> share + " of " + capital + " = " + most + "; open " + open + " + this " + stake;
    return Sizing.fit(name(), bundle, stake, most.minus(open), why);
  }

  private static Usd open(Set<EventKey> events, RiskContext context) {
    Usd sum = Usd.ZERO;
    for (MarketId market : context.portfolio().committedMarkets()) {
      if (events.contains(EventKey.of(market, context.markets()))) {
        sum = sum.plus(context.portfolio().committed(market));
      }
    }
    return sum;
  }
}
