package pairdesk.engine.execution;

import java.util.List;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Side;

/** What one order of an execution traded: as the desk booked it, or as its venue has it. */
public record OrderFills(OrderIntent.Origin origin, List<Fill> fills) {
  public OrderFills {
    fills = List.copyOf(fills);
  }

  public static OrderFills of(ClientOrder order) {
    return new OrderFills(order.intent().origin(), order.fills());
  }

  /** Fills of one side that were not taken back. */
  List<Fill> standing(Side side) {
    return fills.stream()
        .filter(fill -> fill.side() == side && fill.status() != FillStatus.VOIDED)
        .toList();
  }
}
