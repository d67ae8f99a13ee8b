package pairdesk.sandbox.wire.polymarket.data;

import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.wire.polymarket.listing.Token;

/**
 * Shares of one token in a wallet, also when none is left.
 *
 * @param price now
 * @param resolved whether the market is
 * @param mergeable whether the wallet holds both outcomes
 */
record Holding(
    Token token, Quantity size, Basis basis, Price price, boolean resolved, boolean mergeable) {

  enum Status {
    OPEN,
    REDEEMABLE,
    REDEEMABLE_LOST,
    CLOSED
  }

  Status status() {
    if (size.isZero()) {
      return Status.CLOSED;
    }
    if (!resolved) {
      return Status.OPEN;
    }
    return price.e4() > 0 ? Status.REDEEMABLE : Status.REDEEMABLE_LOST;
  }

  Usd value() {
    return Usd.of(price, size, Rounding.DOWN);
  }

  Usd cost() {
    return basis.cost(size);
  }

  Usd unrealized() {
    return value().minus(cost());
  }
}
