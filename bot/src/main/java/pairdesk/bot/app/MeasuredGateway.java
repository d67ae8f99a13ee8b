package pairdesk.bot.app;

import java.time.Duration;
import java.time.Instant;
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

/** The orders of a venue, measured and counted. */
record MeasuredGateway(OrderGateway venueOrders, OrderWatch watch, Counts counts)
    implements OrderGateway {
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
  public Duration untilRoom(int orders) {
    return venueOrders.untilRoom(orders);
  }

  @Override
  public PreparedOrder prepare(OrderIntent intent, Market market) {
    Instant began = watch.now();
    PreparedOrder prepared = venueOrders.prepare(intent, market);
    watch.signed(began);
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
