package pairdesk.engine.risk;

import java.util.List;
import java.util.Optional;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.Fill.Liquidity;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Side;

/** Judges opportunities and approves orders; the only maker of {@link Approval}. */
public final class RiskGate {
  private final Limits limits;
  private final Fees fees;
  private final long settingsVersion;

  public RiskGate(Limits limits, Fees fees, long settingsVersion) {
    this.limits = limits;
    this.fees = fees;
    this.settingsVersion = settingsVersion;
  }

  /** The first refusal wins; else the smallest size that a rule allows. */
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    return new Verdict.Allow();
  }

  /** Whether this order may be sent now, by its purpose. */
  public Clearance approve(OrderRequest request, RiskContext context) {
    Optional<Market> market = context.markets().market(request.instrument().market());
    if (market.isEmpty()) {
      return new Clearance.Denied("market-known", request.instrument() + " is not known");
    }
    FeeSchedule schedule = market.get().terms().fees();
    return new Clearance.Granted(
        new Approval(
            request.verdict(),
            settingsVersion,
            reservation(request.terms(), schedule),
            context.now().plus(limits.timing().hedgeDeadline())));
  }

  private Usd reservation(OrderIntent.Terms terms, FeeSchedule schedule) {
    return switch (terms.side()) {
      case SELL -> Usd.ZERO;
      case BUY ->
          Usd.of(terms.limit(), terms.quantity(), Rounding.COST_AGAINST_US)
              .plus(
                  fees.estimate(
                      schedule, Liquidity.TAKER, Side.BUY, terms.limit(), terms.quantity()));
    };
  }

  /** What rules there are, by layer. */
  public List<RiskRule> rules() {
    return List.of();
  }
}
