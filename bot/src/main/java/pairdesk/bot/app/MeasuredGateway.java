package pairdesk.bot.app;

import java.time.Duration;
import java.time.Instant;
import pairdesk.engine.market.Market;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.venue.ForwardingGateway;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.Submission;
import pairdesk.engine.venue.SubmitOutcome;

/** The orders of a venue, measured and counted. */
record MeasuredGateway(OrderGateway venueOrders, OrderWatch watch, Counts counts)
    implements ForwardingGateway {
  @Override
  public PreparedOrder prepare(OrderIntent intent, Market market) {
    Instant began = watch.now();
    PreparedOrder prepared = venueOrders.prepare(intent, market);
    watch.signed(began);
    return prepared;
  }

  @Override
  public Submission begin(PreparedOrder order, Duration deadline) {
    Instant began = watch.now();
    Submission submission = venueOrders.begin(order, deadline);
    watch.sends(order);
    return new Submission(
        submission.hasLeft(),
        () -> {
          SubmitOutcome outcome = submission.await();
          watch.answered(began);
          counts.answered(venue().code(), outcome);
          return outcome;
        });
  }
}
