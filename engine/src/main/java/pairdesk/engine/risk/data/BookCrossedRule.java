package pairdesk.engine.risk.data;

import java.util.Optional;
import pairdesk.engine.book.Book;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** No book has a bid at or above its ask. */
public record BookCrossedRule() implements RiskRule {

  @Override
  public String name() {
    return "book-crossed";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    for (Leg leg : bundle.legs()) {
      Optional<Book> book = context.markets().book(leg.instrument()).filter(Book::isCrossed);
      if (book.isPresent()) {
        return new Verdict.Refuse(
            name(),
            leg.instrument()
                + ": bid "
                + book.get().bids().best().price()
                + " against ask "
                + book.get().asks().best().price());
      }
    }
    return new Verdict.Allow();
  }
}
