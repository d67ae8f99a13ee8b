package pairdesk.engine.risk.data;

import java.util.Optional;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;

/** Every market has enough dollars in it, by its venue's word or by our own book. */
public record LiquidityRule(Limits.Data limits) implements RiskRule {

  @Override
  public String name() {
    return "liquidity";
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    for (Leg leg : bundle.legs()) {
      Usd liquidity = liquidity(leg, context);
      if (liquidity.isLessThan(limits.minLiquidity())) {
        return new Verdict.Refuse(
            name(),
            leg.instrument().market() + " holds " + liquidity + " of " + limits.minLiquidity());
      }
    }
    return new Verdict.Allow();
  }

  private Usd liquidity(Leg leg, RiskContext context) {
    Optional<Market> market = context.markets().market(leg.instrument().market());
    Optional<Usd> published = market.map(m -> m.life().liquidity());
    return published.orElseGet(() ->
        switch (limits.missingLiquidity()) {
          case ZERO -> Usd.ZERO;
          case DEPTH_OF_BOOK ->
              context.markets().book(leg.instrument()).map(LiquidityRule::depth).orElse(Usd.ZERO);
        });
  }

  /** What all orders of the book would pay or cost. */
  private static Usd depth(Book book) {
    return value(book.bids()).plus(value(book.asks()));
  }

  private static Usd value(Ladder ladder) {
    long sumE6 = 0;
    for (int i = 0; i < ladder.size(); i++) {
      long valueE10 = Math.multiplyExact(ladder.priceE4(i), ladder.quantityE6(i));
      sumE6 = Math.addExact(sumE6, Rounding.DOWN.divide(valueE10, Price.ONE.e4()));
    }
    return Usd.ofE6(sumE6);
  }
}
