package pairdesk.benchmarks.path;

import java.time.Duration;
import pairdesk.benchmarks.path.Marks.Stage;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.Capabilities;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.Submission;
import pairdesk.engine.venue.SubmitOutcome;

/** A venue's orders, marked when the first of a tick is prepared and when each is sent. */
record MarkedGateway(OrderGateway venueOrders, Marks marks) implements OrderGateway {
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
    PreparedOrder prepared = venueOrders.prepare(intent, market);
    marks.reached(Stage.FIRST_PREPARED);
    return prepared;
  }

  @Override
  public void keepWarm() {
    venueOrders.keepWarm();
  }

  @Override
  public SubmitOutcome submit(PreparedOrder order, Duration deadline) {
    return begin(order, deadline).await();
  }

  @Override
  public Submission begin(PreparedOrder order, Duration deadline) {
    marks.sent();
    Submission submission = venueOrders.begin(order, deadline);
    if (submission.hasLeft()) {
      marks.written();
    }
    return submission;
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
