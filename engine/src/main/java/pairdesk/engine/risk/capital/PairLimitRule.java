package pairdesk.engine.risk.capital;

import java.util.Optional;
import java.util.function.Supplier;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Sizing;
import pairdesk.engine.risk.Verdict;

/** One trade of a pair stays within what its approval allows. */
public record PairLimitRule() implements RiskRule {

  @Override
  public String name() {
    return "pair-limit";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    PairId id = bundle.pair();
    Optional<Usd> most = id == null ? Optional.empty() : most(bundle, id, context);
    if (most.isEmpty()) {
      return new Verdict.Allow();
    }
    Usd stake = Sizing.stake(bundle);
    Supplier<String> why =
        () -> "trade " + stake + " of " + most.get() + " approved for pair " + id;
    return Sizing.fit(name(), bundle, stake, most.get(), why);
  }

  private static Optional<Usd> most(Opportunity.Bundle bundle, PairId id, RiskContext context) {
    MarketId market = bundle.legs().getFirst().instrument().market();
    for (Pair pair : context.markets().pairsOf(market)) {
      if (pair.id().equals(id)) {
        return Optional.ofNullable(pair.terms().maxTrade());
      }
    }
    return Optional.empty();
  }
}
