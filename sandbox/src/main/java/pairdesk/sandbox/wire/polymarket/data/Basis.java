package pairdesk.sandbox.wire.polymarket.data;

import java.math.BigInteger;
import java.time.Instant;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.Deal;
import pairdesk.sandbox.exchange.Fill;
import pairdesk.sandbox.exchange.Side;

/**
 * What a wallet's shares of one token cost and brought.
 *
 * @param paid for what was bought, without fees
 * @param fees on top of that
 * @param gone sold or redeemed
 * @param received for what is gone, after fees
 */
record Basis(Quantity bought, Usd paid, Usd fees, Quantity gone, Usd received, Instant lastAt) {
  static final Basis NONE =
      new Basis(Quantity.ZERO, Usd.ZERO, Usd.ZERO, Quantity.ZERO, Usd.ZERO, Instant.EPOCH);

  Basis after(Fill fill) {
    Deal deal = fill.deal();
    return deal.side() == Side.BUY
        ? new Basis(
            bought.plus(deal.quantity()),
            paid.plus(deal.cash()),
            fees.plus(fill.fee()),
            gone,
            received,
            fill.at())
        : left(deal.quantity(), deal.cash().minus(fill.fee()), fill.at());
  }

  Basis got(Quantity quantity, Usd cost) {
    return new Basis(bought.plus(quantity), paid.plus(cost), fees, gone, received, lastAt);
  }

  Basis left(Quantity quantity, Usd proceeds, Instant at) {
    return new Basis(bought, paid, fees, gone.plus(quantity), received.plus(proceeds), at);
  }

  /** The part of what was paid that belongs to so many shares. */
  Usd cost(Quantity shares) {
    return share(paid, shares);
  }

  /** The part of the fees that belongs to so many shares. */
  Usd fees(Quantity shares) {
    return share(fees, shares);
  }

  /** What the shares that are gone brought, less what they had cost. */
  Usd realized() {
    return received.minus(cost(gone));
  }

  private Usd share(Usd whole, Quantity part) {
    return bought.isZero()
        ? Usd.ZERO
        : Usd.ofE6(
            BigInteger.valueOf(whole.e6())
                .multiply(BigInteger.valueOf(part.e6()))
                .divide(BigInteger.valueOf(bought.e6()))
                .longValueExact());
  }
}
