package pairdesk.venues.polymarket;

import java.util.Optional;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.OrderState;
import pairdesk.venues.polymarket.PolymarketWire.WireOrder;

/** The venue's words for an order's life in ours. */
final class OrderStates {
  private OrderStates() {}

  /** Empty when the word is not known: then nothing may be concluded. */
  static Optional<OrderState> of(WireOrder order) {
    if (order.change().equals("CANCELLATION")) {
      return Optional.of(OrderState.CANCELLED); // its status may hold the venue's reason
    }
    return switch (order.status()) {
      case "LIVE", "DELAYED", "UNMATCHED" -> Optional.of(open(order.matched()));
      case "MATCHED" -> Optional.of(matched(order));
      case "CANCELED", "CANCELED_MARKET_RESOLVED", "INVALID" -> Optional.of(OrderState.CANCELLED);
      default -> Optional.empty();
    };
  }

  static OrderState open(Quantity matched) {
    return matched.isZero() ? OrderState.LIVE : OrderState.PARTLY;
  }

  /** An update of the stream says MATCHED for a part as well; a read only for the end. */
  private static OrderState matched(WireOrder order) {
    if (!order.matched().isLessThan(order.original())) {
      return OrderState.FILLED;
    }
    return order.change().isEmpty() ? OrderState.CANCELLED : open(order.matched());
  }
}
