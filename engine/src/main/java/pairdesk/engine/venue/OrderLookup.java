package pairdesk.engine.venue;

import java.time.Instant;
import java.util.List;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderState;

/** What the venue says about one order of ours when asked. */
public sealed interface OrderLookup {

  /** It is there, with all its fills so far. */
  record Found(String venueOrderId, OrderState state, Quantity filled, List<Fill> fills)
      implements OrderLookup {
    public Found {
      fills = List.copyOf(fills);
    }
  }

  /** Complete reads of orders and fills, begun at this moment, do not show it. */
  record Absent(Instant asOf) implements OrderLookup {}

  /** The venue could not be read, or not to the end: nothing may be concluded. */
  record Unreadable(String reason) implements OrderLookup {}
}
