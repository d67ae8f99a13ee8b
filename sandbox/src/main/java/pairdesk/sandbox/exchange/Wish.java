package pairdesk.sandbox.exchange;

import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/** What an incoming order still wants while it walks the book: shares, or dollars to spend. */
final class Wish {
  private final OrderTerms terms;
  private final Quantity lot;
  private Quantity shares;
  private @Nullable Usd budget;
  private boolean spent;

  Wish(OrderTerms terms, Quantity shares, Quantity lot) {
    this.terms = terms;
    this.shares = shares;
    this.lot = lot;
    this.budget = terms.side() == Side.BUY ? terms.options().budget() : null;
  }

  /** How much of this resting order is taken. */
  Quantity take(Order maker) {
    Quantity rests = maker.progress().remaining();
    Usd left = budget;
    if (left == null) {
      Quantity taken = rests.min(shares);
      shares = shares.minus(taken);
      return taken;
    }
    Price yes = maker.terms().bookPrice();
    Price price = terms.outcome() == Outcome.YES ? yes : yes.complement();
    Quantity affordable =
        Quantity.ofE6(Rounding.DOWN.divide(Math.multiplyExact(left.e6(), 10_000L), price.e4()))
            .floorTo(lot);
    Quantity taken = rests.min(affordable);
    budget = left.minus(Usd.of(price, taken, Rounding.UP)).max(Usd.ZERO);
    spent = taken.isLessThan(rests);
    return taken;
  }

  boolean isDone() {
    return budget == null ? shares.isZero() : spent;
  }
}
