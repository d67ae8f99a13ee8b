package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.SubmitOutcome;

/**
 * One market behind a gateway, 100 shares of YES at 0.50 on both sides of 0.48, and what the
 * account there says.
 */
interface GatewaySpot {
  /** An order for YES. */
  PreparedOrder order(Side side, String quantity, String limit, TimeInForce life);

  SubmitOutcome submit(PreparedOrder order);

  CancelOutcome cancel(PreparedOrder order, String venueOrderId);

  OrderLookup lookup(PreparedOrder order);

  default OrderLookup.Found found(PreparedOrder order) {
    return assertInstanceOf(OrderLookup.Found.class, lookup(order));
  }

  void closeMarket();

  boolean isOpen(String venueOrderId);

  List<Fill> fillsOf(String venueOrderId);

  /** Shares of YES. */
  Quantity held();

  /** All of the account. */
  Usd cash();

  /** Waits until no fill of this account may be taken back. */
  void awaitSettled();
}
