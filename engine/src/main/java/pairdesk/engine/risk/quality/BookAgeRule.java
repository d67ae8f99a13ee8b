package pairdesk.engine.risk.quality;

import java.time.Duration;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** Every book was confirmed a moment ago. */
public record BookAgeRule(Duration most) implements RiskRule {

  @Override
  public String name() {
    return "book-age";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    for (Leg leg : bundle.legs()) {
      Duration age =
          context
              .markets()
              .book(leg.instrument())
              .map(book -> book.age(context.now()))
              .orElse(Duration.between(bundle.at().minus(leg.reading().bookAge()), context.now()));
      if (age.compareTo(most) >= 0) {
        return new Verdict.Refuse(
            name(),
            leg.instrument() + ": " + age.toMillis() + " ms of less than " + most.toMillis());
      }
    }
    return new Verdict.Allow();
  }
}
