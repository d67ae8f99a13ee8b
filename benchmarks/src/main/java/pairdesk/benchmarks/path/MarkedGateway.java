package pairdesk.benchmarks.path;

import java.time.Duration;
import pairdesk.benchmarks.path.Marks.Stage;
import pairdesk.engine.market.Market;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.venue.ForwardingGateway;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.Submission;

/** A venue's orders, marked when the first of a tick is prepared and when each is sent. */
record MarkedGateway(OrderGateway venueOrders, Marks marks) implements ForwardingGateway {
  @Override
  public PreparedOrder prepare(OrderIntent intent, Market market) {
    PreparedOrder prepared = venueOrders.prepare(intent, market);
    marks.reached(Stage.FIRST_PREPARED);
    return prepared;
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
}
