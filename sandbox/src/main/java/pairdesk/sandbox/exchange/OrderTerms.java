package pairdesk.sandbox.exchange;

import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;

/**
 * What an order asks for.
 *
 * @param price the limit, of the outcome named
 */
public record OrderTerms(
    MarketId market,
    Outcome outcome,
    Side side,
    Price price,
    Quantity quantity,
    Lifetime lifetime,
    OrderOptions options) {

  /** The side of the one book in YES terms: buying NO is selling YES. */
  public Side bookSide() {
    return outcome == Outcome.YES ? side : side.opposite();
  }

  /** The limit in YES terms. */
  public Price bookPrice() {
    return outcome == Outcome.YES ? price : price.complement();
  }

  OrderTerms with(Price newPrice, Quantity newQuantity) {
    return new OrderTerms(market, outcome, side, newPrice, newQuantity, lifetime, options);
  }
}
