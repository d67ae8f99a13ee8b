package pairdesk.venues.polymarket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.Capabilities;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.SubmitOutcome.Accepted;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.Redactor;
import pairdesk.venues.net.VenueException;
import pairdesk.venues.polymarket.PolymarketWire.Posted;
import pairdesk.venues.polymarket.PolymarketWire.WireOrder;
import pairdesk.venues.polymarket.PolymarketWire.WireTrade;

/** Signs orders, sends each once, and says what became of it. */
final class PolymarketOrders implements OrderGateway {
  private static final Logger LOG = LoggerFactory.getLogger(PolymarketOrders.class);
  private static final Duration READ_LAG = Duration.ofSeconds(5);
  private static final Duration TRADES_BEFORE = Duration.ofSeconds(5);

  private final PolymarketPrivate venue;
  private final Desk desk;
  private final Capabilities capabilities;
  private final InstantSource clock;
  private final OrderDraft draft;
  private final Refusals refusals;

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
    this.clock = chance.clock();
    this.draft = new OrderDraft(venue.signer().wallet(), chance);
    this.refusals = new Refusals(desk.health());
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
  public PreparedOrder prepare(OrderIntent intent, Market market) {
    desk.known().put(market);
    ClobOrder order = draft.order(intent, market);
    PolymarketSigner.Signed signed = venue.signer().sign(order, market.address().negRisk());
    String body =
        PolymarketCodec.orderBody(signed, venue.credentials().key(), draft.posting(intent.terms()));
    return new PreparedOrder(intent, signed.id(), body);
  }

  @Override
  public SubmitOutcome submit(PreparedOrder order, Duration deadline) {
    OrderIntent.Terms terms = order.intent().terms();
    boolean rests =
        terms.timeInForce() == TimeInForce.GTC || terms.timeInForce() == TimeInForce.GTD;
    if (rests) {
      desk.resting().add(order.venueKey());
      desk.heartbeat().beatBefore(deadline);
    }
    SubmitOutcome outcome = outcome(order, venue.post(order.body(), priority(order), deadline));
    if (rests && isOver(outcome)) {
      desk.resting().remove(order.venueKey());
    }
    return outcome instanceof Accepted accepted && OrderDraft.isExactTaker(terms)
        ? withoutRest(order, accepted, deadline)
        : outcome;
  }

  private SubmitOutcome outcome(PreparedOrder order, HttpOutcome outcome) {
    return switch (outcome) {
      case HttpOutcome.NotSent notSent -> new SubmitOutcome.NotSent(notSent.reason());
      case HttpOutcome.Unknown unknown -> new SubmitOutcome.Unknown(unknown.reason());
      case HttpOutcome.Answered answer when answer.isSuccess() -> taken(order, answer);
      case HttpOutcome.Answered answer -> refusals.of(answer);
    };
  }

  private SubmitOutcome taken(PreparedOrder order, HttpOutcome.Answered answer) {
    try {
      Posted posted = PolymarketCodec.posted(answer.body());
      if (posted.orderId().isEmpty() && !posted.error().isEmpty()) {
        return refusals.inWords(posted.error());
      }
      if (!posted.success() || !posted.orderId().equalsIgnoreCase(order.venueKey())) {
        return notUnderstood(answer, "an answer about another order");
      }
      return accepted(order, posted)
          .<SubmitOutcome>map(state -> state)
          .orElseGet(() -> notUnderstood(answer, "status not known: " + posted.status()));
    } catch (VenueException e) {
      return notUnderstood(answer, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Accepted> accepted(PreparedOrder order, Posted posted) {
    OrderIntent.Terms terms = order.intent().terms();
    Quantity filled = terms.side() == Side.BUY ? posted.taking() : posted.making();
    return switch (posted.status()) {
      case "live", "delayed", "unmatched" ->
          Optional.of(new Accepted(order.venueKey(), OrderStates.open(filled), filled));
      case "matched" ->
          Optional.of(new Accepted(order.venueKey(), afterMatch(terms, filled), filled));
      default -> Optional.empty();
    };
  }

  private static OrderState afterMatch(OrderIntent.Terms terms, Quantity filled) {
    if (!filled.isLessThan(terms.quantity())) {
      return OrderState.FILLED;
    }
    return switch (terms.timeInForce()) {
      case GTC, GTD -> OrderStates.open(filled);
      case FOK -> OrderState.FILLED; // whole, in dollars
      case IOC -> OrderDraft.isExactTaker(terms) ? OrderStates.open(filled) : OrderState.CANCELLED;
    };
  }

  private SubmitOutcome notUnderstood(HttpOutcome.Answered answer, String why) {
    desk.health().report(Health.DEGRADED, "answer to an order not understood");
    LOG.atWarn()
        .addKeyValue("why", why)
        .addKeyValue("answer", Redactor.redact(answer.body()))
        .log("answer to an order not understood");
    return new SubmitOutcome.Unknown(why);
  }

  /**
   * Cancels what an exact taker order left in the book, and reads how much it filled in the end.
   * Where that cannot be known the order counts as live, and its own expiry ends it.
   */
  private SubmitOutcome withoutRest(PreparedOrder order, Accepted accepted, Duration deadline) {
    if (accepted.state().isTerminal()) {
      return accepted;
    }
    CancelOutcome cancelled = cancel(order.venueKey(), deadline);
    LOG.atDebug()
        .addKeyValue("order", order.intent().id())
        .addKeyValue("outcome", cancelled)
        .log("rest of a taker order cancelled");
    try {
      return venue
          .order(order.venueKey(), deadline)
          .flatMap(read ->
              OrderStates.of(read)
                  .map(state -> new Accepted(order.venueKey(), state, read.matched())))
          .orElse(accepted);
    } catch (VenueException e) {
      return accepted;
    }
  }

  private static Priority priority(PreparedOrder order) {
    return order.intent().origin().purpose().addsRisk() ? Priority.ENTRY : Priority.HEDGE;
  }

  private static boolean isOver(SubmitOutcome outcome) {
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
    return switch (venue.cancel(id, deadline)) {
      case HttpOutcome.Answered answer when answer.isSuccess() -> cancelled(id, answer.body());
      case HttpOutcome.Answered answer -> refusedCancel(answer);
      case HttpOutcome.NotSent notSent -> new CancelOutcome.Unknown(notSent.reason());
      case HttpOutcome.Unknown unknown -> new CancelOutcome.Unknown(unknown.reason());
    };
  }

  private CancelOutcome cancelled(String id, String body) {
    try {
      Fields answer = Fields.parse(body);
      if (answer.textsOrEmpty("canceled").stream().anyMatch(id::equalsIgnoreCase)) {
        desk.resting().remove(id);
        return new CancelOutcome.Requested();
      }
      return new CancelOutcome.NotLive(answer.object("not_canceled").textOrEmpty(id));
    } catch (VenueException e) {
      return new CancelOutcome.Unknown(String.valueOf(e.getMessage()));
    }
  }

  private CancelOutcome refusedCancel(HttpOutcome.Answered answer) {
    return switch (refusals.of(answer)) {
      case SubmitOutcome.Rejected rejected when answer.status() == 404 ->
          new CancelOutcome.NotLive(rejected.text());
      case SubmitOutcome.Rejected rejected -> new CancelOutcome.Unknown(rejected.text());
      case SubmitOutcome.NotSent notSent -> new CancelOutcome.Unknown(notSent.reason());
      case SubmitOutcome.Unknown unknown -> new CancelOutcome.Unknown(unknown.reason());
      case Accepted _ -> throw new IllegalStateException("a refusal is no acceptance");
    };
  }

  @Override
  public CancelOutcome cancelAll(Duration deadline) {
    return switch (venue.cancelAll(deadline)) {
      case HttpOutcome.Answered answer when answer.isSuccess() -> {
        desk.resting().clear();
        yield new CancelOutcome.Requested();
      }
      case HttpOutcome.Answered answer -> refusedCancel(answer);
      case HttpOutcome.NotSent notSent -> new CancelOutcome.Unknown(notSent.reason());
      case HttpOutcome.Unknown unknown -> new CancelOutcome.Unknown(unknown.reason());
    };
  }

  @Override
  public OrderLookup lookup(OrderRef order, Duration deadline) {
    Instant asOf = clock.instant();
    try {
      Optional<WireOrder> found = find(order, deadline);
      List<Fill> fills = fills(order, deadline);
      if (found.isEmpty()) {
        return fills.isEmpty()
            ? new OrderLookup.Absent(asOf)
            : new OrderLookup.Unreadable("the venue lists fills of an order that it does not show");
      }
      Optional<OrderState> state = OrderStates.of(found.get());
      if (state.isEmpty()) {
        return new OrderLookup.Unreadable("status not known: " + found.get().status());
      }
      return new OrderLookup.Found(order.venueKey(), state.get(), found.get().matched(), fills);
    } catch (VenueException e) {
      return new OrderLookup.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  /** By its id, and where that shows nothing in the list of open orders of its token. */
  private Optional<WireOrder> find(OrderRef order, Duration deadline) {
    Optional<WireOrder> byId = venue.order(order.venueKey(), deadline);
    return byId.isPresent()
        ? byId
        : venue.openOrders(Map.of("market", order.instrument().market().code()), deadline).stream()
            .filter(open -> open.id().equalsIgnoreCase(order.venueKey()))
            .findFirst();
  }

  private List<Fill> fills(OrderRef order, Duration deadline) {
    Instant since = order.sentAt().minus(TRADES_BEFORE);
    var query = Map.of("market", order.instrument().market().code());
    var fills = new ArrayList<Fill>();
    for (WireTrade trade : venue.trades(since, query, deadline)) {
      desk.fills().of(trade).stream()
          .filter(fill -> fill.key().venueOrder().equalsIgnoreCase(order.venueKey()))
          .map(fill -> fill.withOrder(order.id()))
          .forEach(fills::add);
    }
    return fills;
  }
}
