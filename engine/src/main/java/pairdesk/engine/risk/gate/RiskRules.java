package pairdesk.engine.risk.gate;

import java.util.List;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.breaker.BreakersRule;
import pairdesk.engine.risk.breaker.CooldownRule;
import pairdesk.engine.risk.breaker.FinalFreezeRule;
import pairdesk.engine.risk.breaker.HaltRule;
import pairdesk.engine.risk.breaker.OneExecutionRule;
import pairdesk.engine.risk.breaker.StuckEventRule;
import pairdesk.engine.risk.capital.AllOpenRule;
import pairdesk.engine.risk.capital.BalanceRule;
import pairdesk.engine.risk.capital.FirstTradeRule;
import pairdesk.engine.risk.capital.NettingRule;
import pairdesk.engine.risk.capital.OneEventRule;
import pairdesk.engine.risk.capital.OneMarketRule;
import pairdesk.engine.risk.capital.OneStrikeRule;
import pairdesk.engine.risk.capital.OneTradeRule;
import pairdesk.engine.risk.capital.OpenRiskRule;
import pairdesk.engine.risk.capital.PairLimitRule;
import pairdesk.engine.risk.capital.PartialLossRule;
import pairdesk.engine.risk.capital.ProvisionalRule;
import pairdesk.engine.risk.capital.ReconciledRule;
import pairdesk.engine.risk.capital.UnhedgedRule;
import pairdesk.engine.risk.data.BookCrossedRule;
import pairdesk.engine.risk.data.LegAskRule;
import pairdesk.engine.risk.data.LiquidityRule;
import pairdesk.engine.risk.data.MarketOpenRule;
import pairdesk.engine.risk.data.PairApprovedRule;
import pairdesk.engine.risk.data.TooGoodRule;
import pairdesk.engine.risk.data.VenueUpRule;
import pairdesk.engine.risk.quality.BookAgeRule;
import pairdesk.engine.risk.quality.BooksConfirmedRule;
import pairdesk.engine.risk.quality.MinimumSizeRule;
import pairdesk.engine.risk.quality.NetEdgeRule;
import pairdesk.engine.risk.quality.SlippageRule;

/** Every rule, in its layer, in the order in which they are asked. */
public final class RiskRules {
  private RiskRules() {}

  public static List<Layer> of(Limits limits, Fees fees) {
    return List.of(data(limits), quality(limits), capital(limits, fees), breaker(limits));
  }

  /** Rules that answer one question. */
  public record Layer(String name, List<RiskRule> rules) {
    public Layer {
      rules = List.copyOf(rules);
    }
  }

  private static Layer data(Limits limits) {
    return new Layer(
        "data",
        List.of(
            new VenueUpRule(),
            new PairApprovedRule(),
            new MarketOpenRule(),
            new LegAskRule(),
            new BookCrossedRule(),
            new LiquidityRule(limits.data()),
            new TooGoodRule(limits.data().tooGood())));
  }

  private static Layer quality(Limits limits) {
    return new Layer(
        "quality",
        List.of(
            new BookAgeRule(limits.quality().maxBookAge()),
            new BooksConfirmedRule(limits.timing().confirmation()),
            new NetEdgeRule(limits.quality()),
            new MinimumSizeRule(limits.quality()),
            new SlippageRule(limits.quality().maxSlippage())));
  }

  private static Layer capital(Limits limits, Fees fees) {
    Limits.Capital capital = limits.capital();
    return new Layer(
        "capital",
        List.of(
            new ReconciledRule(capital.reportAge()),
            new UnhedgedRule(capital.open().unhedged()),
            new OpenRiskRule(capital.open().openRisk()),
            new ProvisionalRule(capital.open().provisional()),
            new PartialLossRule(capital.open().partialLoss(), fees),
            new NettingRule(),
            new OneTradeRule(capital.oneTrade()),
            new FirstTradeRule(capital.firstTrade(), limits.quality()),
            new PairLimitRule(),
            new OneMarketRule(capital.committed().market()),
            new OneEventRule(capital.committed().event()),
            new OneStrikeRule(capital.committed().strike()),
            new AllOpenRule(capital.committed().total()),
            new BalanceRule()));
  }

  private static Layer breaker(Limits limits) {
    return new Layer(
        "breaker",
        List.of(
            new HaltRule(),
            new BreakersRule(),
            new FinalFreezeRule(limits.timing().freeze()),
            new CooldownRule(),
            new StuckEventRule(),
            new OneExecutionRule()));
  }
}
