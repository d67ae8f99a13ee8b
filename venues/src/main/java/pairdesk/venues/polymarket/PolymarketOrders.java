package pairdesk.venues.polymarket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import pairdesk.engine.venue.SubmitOutcome.Accepted;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.Sending;
import pairdesk.venues.net.VenueException;

/** Signs orders, sends each once, and says what became of it. */
final class PolymarketOrders implements OrderGateway {
  private static final Logger LOG = LoggerFactory.getLogger(PolymarketOrders.class);
  private static final Duration READ_LAG = Duration.ofSeconds(5);
  private static final Duration LEAST_FOR_CANCEL = Duration.ofSeconds(1);

  private final PolymarketPrivate venue;
  private final Desk desk;
  private final Capabilities capabilities;
  private final OrderDraft draft;
  private final InstantSource clock;
  private final OrderAnswers answers;
  private final OrderFinder finder;

  /** What orders share with the private stream. */
  record Desk(
      KnownMarkets known,
      PolymarketFills fills,
      TradingHealth health,
      RestingOrders resting,
      Heartbeat heartbeat) {}

  PolymarketOrders(PolymarketPrivate venue, Desk desk, Duration lateArrivalWindow, Chance chance) {
    this.venue = venue;
    this.desk = desk;
    this.capabilities = new Capabilities(true, false, lateArrivalWindow, READ_LAG);
    this.draft = new OrderDraft(venue.signer().wallet(), chance);
    this.clock = chance.clock();
    this.answers = new OrderAnswers(desk.health());
    this.finder = new OrderFinder(venue, desk.fills(), chance.clock());
  }

  @Override
  public VenueId venue() {
    return VenueId.POLYMARKET;
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public Duration untilRoom(int orders) {
    return venue.untilRoom(orders);
  }

  @Override
  public PreparedOrder prepare(OrderIntent intent, Market market) {
    desk.known().put(market);
    ClobOrder order = draft.order(intent, market);
    PolymarketSigner.Signed signed = venue.signer().sign(order, market.address().negRisk());
    String body = PolymarketCodec.orderBody(signed, owner(), draft.posting(intent.terms()));
    return new PreparedOrder(intent, signed.id(), body);
  }

  /** Asks nobody: preparing an order must not wait for the venue. */
  private String owner() {
    return venue
        .access()
        .known()
        .orElseThrow(() -> new VenueException("not logged in at Polymarket yet"))
        .key();
  }

  @Override
  public void keepWarm() {
    venue.keepWarm();
  }

  @Override
  public SubmitOutcome submit(PreparedOrder order, Duration deadline) {
    return begin(order, deadline).await();
  }

  @Override
  public Submission begin(PreparedOrder order, Duration deadline) {
    Instant validUntil = order.intent().approval().validUntil();
    if (!clock.instant().isBefore(validUntil)) {
      return Submission.later(() -> new SubmitOutcome.NotSent("the approval ran out"));
    }
    Instant end = clock.instant().plus(deadline);
    if (rests(order)) {
      return Submission.later(() -> resting(order, deadline, end));
    }
    Sending sending = post(order, end);
    return new Submission(
        sending.hasLeft(),
        () -> {
          SubmitOutcome outcome = answers.submitted(order, sending.await());
          return outcome instanceof Accepted accepted
                  && OrderDraft.isExactTaker(order.intent().terms())
              ? withoutRest(order, accepted, end)
              : outcome;
        });
  }

  private static boolean rests(PreparedOrder order) {
    TimeInForce life = order.intent().terms().timeInForce();
    return life == TimeInForce.GTC || life == TimeInForce.GTD;
  }

  /** The heart beats first: the venue cancels what rests without it. */
  private SubmitOutcome resting(PreparedOrder order, Duration deadline, Instant end) {
    desk.resting().add(order.venueKey());
    desk.heartbeat().beatBefore(deadline.dividedBy(2));
    SubmitOutcome outcome = answers.submitted(order, post(order, end).await());
    if (isOver(outcome)) {
      desk.resting().remove(order.venueKey());
    }
    return outcome;
  }

  private Sending post(PreparedOrder order, Instant end) {
    Instant validUntil = order.intent().approval().validUntil();
    return venue.post(order.body(), priority(order), left(validUntil), left(end));
  }

  /**
   * Cancels what an exact taker order left in the book, and reads how much it filled in the end.
   * Where that cannot be known the order counts as live, and its own expiry ends it. The cancel has
   * a second even when the deadline has passed: it only takes risk away.
   */
  private SubmitOutcome withoutRest(PreparedOrder order, Accepted accepted, Instant end) {
    if (accepted.state().isTerminal()) {
      return accepted;
    }
    CancelOutcome cancelled = cancel(order.venueKey(), longer(left(end), LEAST_FOR_CANCEL));
    LOG.atDebug()
        .addKeyValue("order", order.intent().id())
        .addKeyValue("outcome", cancelled)
        .log("rest of a taker order cancelled");
    try {
      return venue
          .order(order.venueKey(), longer(left(end), LEAST_FOR_CANCEL))
          .flatMap(read ->
              OrderStates.of(read)
                  .map(state -> new Accepted(order.venueKey(), state, read.matched())))
          .orElse(accepted);
    } catch (VenueException e) {
      return accepted;
    }
  }

  private Duration left(Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Priority priority(PreparedOrder order) {
    return order.intent().origin().purpose().addsRisk() ? Priority.ENTRY : Priority.HEDGE;
  }

  static boolean isOver(SubmitOutcome outcome) {
    return switch (outcome) {
      case Accepted accepted -> accepted.state().isTerminal();
      case SubmitOutcome.Rejected _, SubmitOutcome.NotSent _ -> true;
      case SubmitOutcome.Unknown _ -> false;
    };
  }

  @Override
  public CancelOutcome cancel(OrderRef order, Duration deadline) {
    return cancel(order.venueKey(), deadline);
  }

  private CancelOutcome cancel(String id, Duration deadline) {
    CancelOutcome outcome = answers.cancelled(id, venue.cancel(id, deadline));
    if (outcome instanceof CancelOutcome.Requested) {
      desk.resting().remove(id);
    }
    return outcome;
  }

  @Override
  public CancelOutcome cancelAll(Duration deadline) {
    CancelOutcome outcome = answers.allCancelled(venue.cancelAll(deadline));
    if (outcome instanceof CancelOutcome.Requested) {
      desk.resting().clear();
    }
    return outcome;
  }

  @Override
  public OrderLookup lookup(OrderRef order, Duration deadline) {
    return finder.lookup(order, deadline);
  }
}
