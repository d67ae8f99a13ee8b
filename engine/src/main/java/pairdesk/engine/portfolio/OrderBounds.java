package pairdesk.engine.portfolio;

import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;

/**
 * How much of one order is filled: certainly, to our best knowledge, and at most.
 *
 * @param low final fills
 * @param known final and provisional fills
 * @param high what may turn out to be filled while something is unresolved
 */
public record OrderBounds(Side side, Quantity low, Quantity known, Quantity high) {

  /**
   * @param ordered what was asked for
   * @param acknowledged filled in total as far as any answer of the venue said
   */
  public static OrderBounds of(
      Side side, OrderState state, Quantity ordered, Quantity acknowledged, Fills fills) {
    Quantity known = fills.settled().plus(fills.provisional());
    Quantity most = state.isTerminal() ? acknowledged : ordered;
    return new OrderBounds(
        side, fills.settled(), known, known.max(most.minusOrZero(fills.voided())));
  }

  /**
   * The fills of the order by their status.
   *
   * @param settled FINAL ones
   */
  public record Fills(Quantity settled, Quantity provisional, Quantity voided) {
    public static final Fills NONE = new Fills(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);
  }
}
