package pairdesk.venues.kalshi;

import java.time.Duration;
import java.time.InstantSource;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.Capabilities;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.Priority;

/** Orders on Kalshi: placed, cancelled and found again by our own id, which is never used twice. */
public final class KalshiOrders implements OrderGateway {
  private static final Duration READ_LAG = Duration.ofSeconds(5);

  private final KalshiRest rest;
  private final KalshiOwn own;
  private final KalshiLookup lookup;
  private final InstantSource clock;
  private final Capabilities capabilities;

  KalshiOrders(KalshiRest rest, KalshiOwn own, InstantSource clock, Duration lateArrival) {
    this.rest = rest;
    this.own = own;
    this.lookup = new KalshiLookup(rest, clock);
    this.clock = clock;
    this.capabilities = new Capabilities(false, true, lateArrival, READ_LAG);
  }

  @Override
  public VenueId venue() {
    return VenueId.KALSHI;
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public PreparedOrder prepare(OrderIntent intent, Market market) {
    return new PreparedOrder(intent, intent.id().value(), KalshiOrderBody.of(intent, market));
  }

  @Override
  public SubmitOutcome submit(PreparedOrder order, Duration deadline) {
    OrderIntent intent = order.intent();
    Duration left = Duration.between(clock.instant(), intent.approval().validUntil());
    if (!left.isPositive()) {
      return new SubmitOutcome.NotSent("the approval ran out");
    }
    own.remember(intent.id(), intent.instrument());
    HttpOutcome outcome =
        rest.place(order.body(), priority(intent.origin().purpose()), left, deadline);
    return KalshiAnswers.submitted(outcome, intent);
  }

  @Override
  public CancelOutcome cancel(OrderRef order, Duration deadline) {
    String id = order.venueOrderId();
    if (id == null) {
      return switch (lookup(order, deadline)) {
        case OrderLookup.Found found -> cancel(order, found.venueOrderId(), deadline);
        case OrderLookup.Absent _ -> new CancelOutcome.NotLive("not in the list of orders");
        case OrderLookup.Unreadable(String reason) -> new CancelOutcome.Unknown(reason);
      };
    }
    return cancel(order, id, deadline);
  }

  @Override
  public CancelOutcome cancelAll(Duration deadline) {
    return KalshiAnswers.cancelled(rest.cancelAll(deadline));
  }

  @Override
  public OrderLookup lookup(OrderRef order, Duration deadline) {
    own.remember(order.id(), order.instrument());
    return lookup.find(order, deadline);
  }

  private CancelOutcome cancel(OrderRef order, String id, Duration deadline) {
    String ticker = order.instrument().market().code();
    return KalshiAnswers.cancelled(rest.cancel(id, ticker, deadline));
  }

  private static Priority priority(Purpose purpose) {
    return purpose.addsRisk() ? Priority.ENTRY : Priority.HEDGE;
  }
}
