package pairdesk.sandbox.exchange;

import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/**
 * What one side of a trade did.
 *
 * @param price of the outcome named
 */
public record Deal(MarketId market, Outcome outcome, Side side, Price price, Quantity quantity) {

  /** The price in YES terms. */
  public Price yesPrice() {
    return outcome == Outcome.YES ? price : price.complement();
  }

  /** What was done with YES: buying NO is selling YES. */
  public Side yesSide() {
    return outcome == Outcome.YES ? side : side.opposite();
  }

  /** The other side of the same exchange. */
  Deal mirrored() {
    return new Deal(market, outcome, side.opposite(), price, quantity);
  }

  /**
   * Price times quantity; a remainder below a micro-dollar is paid by a buyer and kept from a
   * seller.
   */
  public Usd cash() {
    return Usd.of(price, quantity, side == Side.BUY ? Rounding.UP : Rounding.DOWN);
  }
}
