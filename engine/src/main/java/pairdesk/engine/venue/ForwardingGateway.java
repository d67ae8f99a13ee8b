package pairdesk.engine.venue;

import java.time.Duration;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;

/** Passes every call on: what wraps another gateway says only what it does differently. */
public interface ForwardingGateway extends OrderGateway {
  /** Whose calls these are. */
  OrderGateway venueOrders();

  @Override
  default VenueId venue() {
    return venueOrders().venue();
  }

  @Override
  default Capabilities capabilities() {
    return venueOrders().capabilities();
  }

  @Override
  default void expectOrders(boolean soon) {
    venueOrders().expectOrders(soon);
  }

  @Override
  default Duration untilRoom(int orders) {
    return venueOrders().untilRoom(orders);
  }

  @Override
  default PreparedOrder prepare(OrderIntent intent, Market market) {
    return venueOrders().prepare(intent, market);
  }

  @Override
  default void keepWarm() {
    venueOrders().keepWarm();
  }

  @Override
  default Submission begin(PreparedOrder order, Duration deadline) {
    return venueOrders().begin(order, deadline);
  }

  /** By {@link #begin}, so that a wrapper of it sees every order. */
  @Override
  default SubmitOutcome submit(PreparedOrder order, Duration deadline) {
    return begin(order, deadline).await();
  }

  @Override
  default CancelOutcome cancel(OrderRef order, Duration deadline) {
    return venueOrders().cancel(order, deadline);
  }

  @Override
  default CancelOutcome cancelAll(Duration deadline) {
    return venueOrders().cancelAll(deadline);
  }

  @Override
  default OrderLookup lookup(OrderRef order, Duration deadline) {
    return venueOrders().lookup(order, deadline);
  }

  @Override
  default OrderLookup glance(OrderRef order, Duration deadline) {
    return venueOrders().glance(order, deadline);
  }
}
