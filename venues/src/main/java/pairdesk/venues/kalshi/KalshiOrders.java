package pairdesk.venues.kalshi;

import java.time.Duration;
import java.time.Instant;
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
import pairdesk.engine.venue.Submission;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.Sending;

/**
 * Orders on Kalshi: placed, cancelled and found again by our own id, which the venue takes once and
 * never frees.
 */
public final class KalshiOrders implements OrderGateway {
  private static final Duration READ_LAG = Duration.ofSeconds(5);

  private final KalshiRest rest;
  private final KalshiOwn own;
  private final KalshiFences fences;
  private final KalshiDispatch dispatch;
  private final KalshiLookup lookup;
  private final InstantSource clock;
  private final Duration lateArrival;

  /**
   * @param lateArrival how long after it left an order without a fence may still appear
   */
  KalshiOrders(
      KalshiRest rest,
      KalshiOwn own,
      KalshiFences fences,
      KalshiDispatch dispatch,
      InstantSource clock,
      Duration lateArrival) {
    this.rest = rest;
    this.own = own;
    this.fences = fences;
    this.dispatch = dispatch;
    this.lookup = new KalshiLookup(rest, clock);
    this.clock = clock;
    this.lateArrival = lateArrival;
  }

  @Override
  public VenueId venue() {
    return VenueId.KALSHI;
  }

  /** No window for late arrivals: {@link #lookup} calls no order absent that may still arrive. */
  @Override
  public Capabilities capabilities() {
    return new Capabilities(false, true, Duration.ZERO, READ_LAG);
  }

  @Override
  public void expectOrders(boolean soon) {
    fences.arm(soon);
  }

  @Override
  public Duration untilRoom(int orders) {
    return rest.budgets().write(KalshiCost.CREATE, Priority.ENTRY).until(orders);
  }

  @Override
  public PreparedOrder prepare(OrderIntent intent, Market market) {
    String body =
        KalshiOrderBody.of(
            intent,
            market,
            () ->
                fences.lend(intent.id(), market.address().shard(), intent.approval().validUntil()));
    return new PreparedOrder(intent, intent.id().value(), body);
  }

  @Override
  public void keepWarm() {
    rest.keepWarm();
  }

  @Override
  public SubmitOutcome submit(PreparedOrder order, Duration deadline) {
    return begin(order, deadline).await();
  }

  @Override
  public Submission begin(PreparedOrder order, Duration deadline) {
    OrderIntent intent = order.intent();
    if (!left(intent.approval().validUntil()).isPositive()) {
      return Submission.later(() -> new SubmitOutcome.NotSent("the approval ran out"));
    }
    dispatch.leaves(intent);
    boolean insists = !intent.origin().purpose().addsRisk();
    Instant end = clock.instant().plus(deadline);
    Sending first = place(order, insists ? deadline.dividedBy(2) : deadline);
    return new Submission(
        first.hasLeft(),
        () -> {
          HttpOutcome outcome = first.await();
          return dispatch.answered(
              intent,
              insists && outcome instanceof HttpOutcome.Unknown unknown
                  ? insisted(order, unknown.reason(), end)
                  : KalshiAnswers.submitted(outcome, intent));
        });
  }

  /**
   * A repair that is not answered within half of its time is sent once more, byte for byte: its id
   * is never freed, so that at most one of the two is taken. A no to the second, or that its id is
   * taken, does not say what became of the first: only a yes ends the doubt.
   */
  private SubmitOutcome insisted(PreparedOrder order, String reason, Instant end) {
    OrderIntent intent = order.intent();
    boolean stillGood = left(intent.approval().validUntil()).isPositive();
    if (!stillGood || !left(end).isPositive()) {
      return new SubmitOutcome.Unknown(reason);
    }
    SubmitOutcome second = KalshiAnswers.submitted(place(order, left(end)).await(), intent);
    return second instanceof SubmitOutcome.Accepted
        ? second
        : new SubmitOutcome.Unknown(reason + "; sent again: " + second);
  }

  private Sending place(PreparedOrder order, Duration limit) {
    OrderIntent intent = order.intent();
    return rest.place(
        order.body(),
        priority(intent.origin().purpose()),
        left(intent.approval().validUntil()),
        limit);
  }

  private Duration left(Instant end) {
    return Duration.between(clock.instant(), end);
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
    OrderLookup read = read(order, deadline);
    return read instanceof OrderLookup.Absent absent ? absent(order, absent, deadline) : read;
  }

  /** Leaves the order's group open: what is on its way may arrive and be answered. */
  @Override
  public OrderLookup glance(OrderRef order, Duration deadline) {
    OrderLookup read = read(order, deadline);
    return read instanceof OrderLookup.Absent
        ? new OrderLookup.Unreadable("not listed, but its call may still be answered")
        : read;
  }

  private OrderLookup read(OrderRef order, Duration deadline) {
    own.remember(order.id(), order.instrument());
    OrderLookup read = lookup.find(order, deadline);
    if (read instanceof OrderLookup.Found) {
      fences.settled(order.id());
    }
    return read;
  }

  /** Not in the lists: that counts only when it cannot arrive any more. */
  private OrderLookup absent(OrderRef order, OrderLookup.Absent absent, Duration deadline) {
    return switch (fences.close(order.id(), deadline)) {
      case CLOSED -> absent;
      case CLOSED_NOW -> lookup.find(order, deadline);
      case OPEN -> {
        Instant arrivesBy = order.sentAt().plus(lateArrival);
        yield absent.asOf().isBefore(arrivesBy)
            ? new OrderLookup.Unreadable("not listed, but it may arrive until " + arrivesBy)
            : absent;
      }
    };
  }

  private CancelOutcome cancel(OrderRef order, String id, Duration deadline) {
    String ticker = order.instrument().market().code();
    return KalshiAnswers.cancelled(rest.cancel(id, ticker, deadline));
  }

  private static Priority priority(Purpose purpose) {
    return purpose.addsRisk() ? Priority.ENTRY : Priority.HEDGE;
  }
}
