package pairdesk.sandbox.exchange;

import java.math.BigInteger;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/**
 * Kalshi's one signed position of a market: YES above zero, NO below.
 *
 * @param signedE6 contracts in 1/1 000 000
 */
record Holding(long signedE6, Position.Figures figures) {
  static final Holding NONE = new Holding(0, Position.Figures.NONE);

  /**
   * A holding after a fill and what the fill does to cash before fees. Contracts that offset the
   * other side are closed at once and release their dollar.
   */
  record After(Holding holding, Usd cash) {}

  After after(Side yesSide, Price yesPrice, Quantity quantity) {
    boolean buying = yesSide == Side.BUY;
    Price paid = buying ? yesPrice : yesPrice.complement();
    long opposite = buying ? Math.max(0, -signedE6) : Math.max(0, signedE6);
    Quantity closed = Quantity.ofE6(Math.min(opposite, quantity.e6()));
    Quantity opened = quantity.minus(closed);
    Usd proceeds = Usd.of(paid.complement(), closed, Rounding.DOWN);
    Usd outlay = Usd.of(paid, opened, Rounding.UP);
    Usd released = opposite == 0 ? Usd.ZERO : share(figures.cost(), closed.e6(), opposite);
    var next =
        new Position.Figures(
            figures.cost().minus(released).plus(outlay),
            figures.traded().plus(proceeds).plus(outlay),
            figures.realized().plus(proceeds).minus(released),
            figures.fees());
    long signed = signedE6 + (buying ? quantity.e6() : -quantity.e6());
    return new After(new Holding(signed, next), proceeds.minus(outlay));
  }

  Holding charged(Usd fee) {
    return new Holding(
        signedE6,
        new Position.Figures(
            figures.cost(), figures.traded(), figures.realized(), figures.fees().plus(fee)));
  }

  private static Usd share(Usd cost, long partE6, long wholeE6) {
    return partE6 == wholeE6
        ? cost
        : Usd.ofE6(
            BigInteger.valueOf(cost.e6())
                .multiply(BigInteger.valueOf(partE6))
                .divide(BigInteger.valueOf(wholeE6))
                .longValueExact());
  }
}
