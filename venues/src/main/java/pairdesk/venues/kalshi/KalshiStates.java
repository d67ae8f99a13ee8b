package pairdesk.venues.kalshi;

import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.venues.kalshi.KalshiWire.OrderRow;

/**
 * From Kalshi's words for an order to ours. An order that expired is CANCELLED, on the stream as in
 * the lists: only the stream knows why it ended, and one order must not end in two ways.
 */
final class KalshiStates {
  private KalshiStates() {}

  static OrderState of(OrderRow row) {
    Quantity filled = row.amounts().filled();
    return switch (row.status()) {
      case RESTING -> filled.isZero() ? OrderState.LIVE : OrderState.PARTLY;
      case EXECUTED -> ended(filled, row.amounts().initial());
      case CANCELED -> OrderState.CANCELLED;
    };
  }

  /**
   * The state by the answer to a new order: what rests is live, what neither rests nor filled is
   * gone.
   */
  static OrderState answered(Quantity asked, Quantity filled, Quantity remaining) {
    if (remaining.isZero()) {
      return ended(filled, asked);
    }
    return filled.isZero() ? OrderState.LIVE : OrderState.PARTLY;
  }

  static OrderUpdate update(OrderRow row) {
    return new OrderUpdate(
        VenueId.KALSHI,
        KalshiOwn.id(row.clientOrderId()),
        row.orderId(),
        of(row),
        row.amounts().filled(),
        row.reason(),
        row.at());
  }

  private static OrderState ended(Quantity filled, Quantity asked) {
    return filled.isLessThan(asked) ? OrderState.CANCELLED : OrderState.FILLED;
  }
}
