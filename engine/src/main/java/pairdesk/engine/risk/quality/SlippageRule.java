package pairdesk.engine.risk.quality;

import java.util.Optional;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** No leg reaches far beyond its best ask; what does is cut off. */
public record SlippageRule(Ratio most) implements RiskRule {

  @Override
  public String name() {
    return "slippage";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    Verdict tightest = new Verdict.Allow();
    Quantity fitting = bundle.shares();
    for (Leg leg : bundle.legs()) {
      Optional<Book> book =
          context.markets().book(leg.instrument()).filter(b -> !b.asks().isEmpty());
      if (book.isEmpty()) {
        return new Verdict.Refuse(name(), leg.instrument() + " has no ask to compare with");
      }
      Price limit = limit(book.get().asks().best().price());
      if (leg.worst().isGreaterThan(limit)) {
        Quantity within = Sweep.buy(book.get().asks(), leg.quantity(), limit).shares();
        if (within.isLessThan(fitting)) {
          fitting = within;
          tightest =
              new Verdict.Shrink(
                  within, name(), leg.instrument() + ": " + within + " shares up to " + limit);
        }
      }
    }
    return tightest;
  }

  private Price limit(Price best) {
    long limit =
        Rounding.DOWN.divide((long) best.e4() * (Ratio.ONE.bps() + most.bps()), Ratio.ONE.bps());
    return Price.ofE4((int) Math.min(limit, Price.ONE.e4()));
  }
}
