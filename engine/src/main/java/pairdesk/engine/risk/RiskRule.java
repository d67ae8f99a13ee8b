package pairdesk.engine.risk;

import pairdesk.engine.opportunity.Opportunity;

/** One condition on new risk: a pure function. Registered in {@link RiskRules}. */
public interface RiskRule {

  /** Stable word by which refusals are recorded, {@code book-age}. */
  String name();

  /** Allow, a smaller size, or a refusal with its numbers. */
  Verdict judge(Opportunity.Bundle bundle, RiskContext context);
}
