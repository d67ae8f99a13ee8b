package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.ForwardingGateway;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.Submission;
import pairdesk.engine.venue.SubmitOutcome;

/** A venue's orders, each on a connection that waits for it: what does not rest leaves at once. */
record WarmOrders(OrderGateway venueOrders) implements ForwardingGateway {
  @Override
  public SubmitOutcome submit(PreparedOrder order, Duration deadline) {
    venueOrders.keepWarm();
    Submission submission = venueOrders.begin(order, deadline);
    if (order.intent().terms().timeInForce() == TimeInForce.IOC) {
      assertTrue(submission.hasLeft(), "has left at once");
    }
    return submission.await();
  }
}
