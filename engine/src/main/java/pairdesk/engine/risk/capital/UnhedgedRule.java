package pairdesk.engine.risk.capital;

import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Cap;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** What is unhedged already stays within its limit. */
public record UnhedgedRule(Cap cap) implements RiskRule {

  @Override
  public String name() {
    return "unhedged";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Usd unhedged = context.exposure().unhedged();
    Usd most = cap.at(context.portfolio().capital());
    if (unhedged.compareTo(most) <= 0) {
      return new Verdict.Allow();
    }
    return new Verdict.Refuse(name(), unhedged + " is unhedged, of at most " + most);
  }
}
