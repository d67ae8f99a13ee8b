package pairdesk.engine.risk.gate;

import java.util.List;
import java.util.Optional;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Clearance;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.OrderContext;
import pairdesk.engine.risk.OrderRequest;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Sizing;
import pairdesk.engine.risk.Verdict;

/**
 * Judges opportunities and approves orders. Holds no state: everything it looks at is in the
 * context. A change of settings makes a new gate.
 */
public final class RiskGate {
  private final Limits limits;
  private final List<RiskRule> rules;
  private final OrderDesk orders;

  /**
   * @param settingsVersion stored with every approval, so that it can be judged again later
   */
  public RiskGate(Limits limits, Fees fees, long settingsVersion) {
    this.limits = limits;
    this.rules = RiskRules.of(limits, fees).stream().flatMap(l -> l.rules().stream()).toList();
    this.orders = new OrderDesk(limits, fees, settingsVersion);
  }

  /**
   * Asks every rule in turn. The first refusal wins; without one, the smallest size that a rule
   * allows, cut to the lots of the legs and refused when it falls below the strategy's minimum.
   *
   * <p>Mode is not asked: in MONITOR too the verdict says what would be done.
   */
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Verdict verdict = new Verdict.Allow();
    for (RiskRule rule : rules) {
      verdict = Sizing.tighter(verdict, rule.judge(bundle, context));
      if (verdict instanceof Verdict.Refuse) {
        return verdict;
      }
    }
    return switch (verdict) {
      case Verdict.Shrink shrink -> cutToLots(shrink, bundle, context);
      case Verdict.Allow _, Verdict.Refuse _ -> verdict;
    };
  }

  /** Whether this order may be sent now, by its purpose; the only maker of approvals. */
  public Clearance approve(OrderRequest request, OrderContext context) {
    return orders.approve(request, context);
  }

  private Verdict cutToLots(Verdict.Shrink shrink, Opportunity.Bundle bundle, RiskContext context) {
    Quantity shares = shrink.shares();
    Quantity least = limits.quality().floor(bundle.strategy()).minShares();
    for (Leg leg : bundle.legs()) {
      Optional<Market.Terms> terms =
          context.markets().market(leg.instrument().market()).map(Market::terms);
      if (terms.isPresent()) {
        shares = shares.floorTo(terms.get().lot());
        least = least.max(terms.get().minimumSize());
      }
    }
    if (shares.isLessThan(least)) {
      return new Verdict.Refuse(
          shrink.rule(), shrink.why() + "; at least " + least + " shares are wanted");
    }
    return new Verdict.Shrink(shares, shrink.rule(), shrink.why());
  }
}
