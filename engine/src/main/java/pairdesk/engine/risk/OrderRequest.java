package pairdesk.engine.risk;

import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.OrderIntent;

/**
 * An order for which approval is asked.
 *
 * @param beside set aside already for orders that leave with it and share its cash
 * @param verdict id of the verdict that its execution rests on
 */
public record OrderRequest(
    OrderIntent.Origin origin,
    Instrument instrument,
    OrderIntent.Terms terms,
    Legs legs,
    Usd beside,
    String verdict) {

  /**
   * How the legs of its execution stand before it.
   *
   * @param own the most that this leg may hold already, everything unresolved counted as filled
   * @param settled the part of this leg that cannot be taken back any more
   * @param other the most that any other leg was reported filled, provisional fills included
   */
  public record Legs(Quantity own, Quantity settled, Quantity other) {
    public static final Legs EMPTY = new Legs(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);
  }
}
