package pairdesk.engine.risk.data;

import java.util.Optional;
import pairdesk.engine.book.Book;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** Every leg has a book that may be trusted, and an ask in it. */
public record LegAskRule() implements RiskRule {

  @Override
  public String name() {
    return "leg-ask";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    for (Leg leg : bundle.legs()) {
      Optional<Book> book = context.markets().book(leg.instrument());
      if (book.isEmpty()) {
        return new Verdict.Refuse(name(), leg.instrument() + " has no book that can be trusted");
      }
      if (book.get().asks().isEmpty()) {
        return new Verdict.Refuse(name(), leg.instrument() + " has no ask");
      }
    }
    return new Verdict.Allow();
  }
}
