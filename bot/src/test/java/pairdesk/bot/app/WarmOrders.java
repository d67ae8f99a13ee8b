package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.Capabilities;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.Submission;
import pairdesk.engine.venue.SubmitOutcome;

/** A venue's orders, each on a connection that waits for it: what does not rest leaves at once. */
record WarmOrders(OrderGateway venueOrders) implements OrderGateway {
  @Override
  public SubmitOutcome submit(PreparedOrder order, Duration deadline) {
    venueOrders.keepWarm();
    Submission submission = venueOrders.begin(order, deadline);
    if (order.intent().terms().timeInForce() == TimeInForce.IOC) {
      assertTrue(submission.hasLeft(), "has left at once");
    }
    return submission.await();
  }

  @Override
  public VenueId venue() {
    return venueOrders.venue();
  }

  @Override
  public Capabilities capabilities() {
    return venueOrders.capabilities();
  }

  @Override
  public void expectOrders(boolean soon) {
    venueOrders.expectOrders(soon);
  }

  @Override
  public PreparedOrder prepare(OrderIntent intent, Market market) {
    return venueOrders.prepare(intent, market);
  }

  @Override
  public CancelOutcome cancel(OrderRef order, Duration deadline) {
    return venueOrders.cancel(order, deadline);
  }

  @Override
  public CancelOutcome cancelAll(Duration deadline) {
    return venueOrders.cancelAll(deadline);
  }

  @Override
  public OrderLookup lookup(OrderRef order, Duration deadline) {
    return venueOrders.lookup(order, deadline);
  }

  @Override
  public OrderLookup glance(OrderRef order, Duration deadline) {
    return venueOrders.glance(order, deadline);
  }
}
