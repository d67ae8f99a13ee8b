package pairdesk.engine.loop;

import java.util.Optional;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ClientOrderIds;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;

/** What the world says about our orders, turned into moves of them. */
final class OrderFacts {
  private final Orders orders;
  private final Fills fills;
  private final Resolver resolver;
  private final Stops stops;

  OrderFacts(Parts parts, Fills fills) {
    this.orders = parts.orders();
    this.fills = fills;
    this.resolver = parts.resolver();
    this.stops = parts.stops();
  }

  void sent(EngineEvent.OrderSent event, Turn turn) {
    orders
        .find(event.id())
        .ifPresent(order -> orders.put(order.sent(event.venueKey(), event.at(), turn.now()), turn));
  }

  /** Nothing left and nothing will. */
  void refused(EngineEvent.IntentsRefused event, Turn turn) {
    for (ClientOrderId id : event.ids()) {
      orders.find(id).ifPresent(order -> neverSent(order, event.reason(), turn));
    }
  }

  void answered(EngineEvent.SubmitAnswered event, Turn turn) {
    Optional<ClientOrder> known = orders.find(event.id());
    if (known.isEmpty()) {
      return;
    }
    ClientOrder order = known.get().committed();
    orders.put(order, turn);
    switch (event.outcome()) {
      case SubmitOutcome.Accepted accepted -> {
        resolver.arrived(order.id());
        report(
            order.known(accepted.venueOrderId()),
            accepted.state(),
            accepted.filled(),
            "the venue accepted it",
            turn);
      }
      case SubmitOutcome.Rejected rejected -> rejected(order, rejected, turn);
      case SubmitOutcome.NotSent notSent -> neverSent(order, notSent.reason(), turn);
      case SubmitOutcome.Unknown unknown -> resolver.lost(order, unknown.reason(), turn);
    }
  }

  void cancelAnswered(EngineEvent.CancelAnswered event, Turn turn) {
    switch (event.outcome()) {
      case CancelOutcome.Requested _ -> {}
      case CancelOutcome.NotLive _, CancelOutcome.Unknown _ ->
          orders.find(event.id()).ifPresent(order -> resolver.doubt(order.id(), turn));
    }
  }

  void updated(OrderUpdate update, Turn turn) {
    Optional<ClientOrder> known = orders.find(update);
    if (known.isPresent()) {
      report(
          known.get().known(update.venueOrderId()),
          update.state(),
          update.filled(),
          update.reason().isEmpty() ? "the venue reported it" : update.reason(),
          turn);
      return;
    }
    ClientOrderId id = update.id();
    if (id != null && ClientOrderIds.isOurs(id) && !update.state().isTerminal()) {
      stops.invariantBroken(
          "%s has an order with our id %s of which no intent is known"
              .formatted(update.venue().label(), id),
          turn);
    }
  }

  void lookedUp(EngineEvent.OrderLookedUp event, Turn turn) {
    switch (event.lookup()) {
      case OrderLookup.Found found -> {
        found.fills().forEach(fill -> fills.reported(fill.withOrder(event.id()), turn));
        orders
            .find(event.id())
            .ifPresent(order ->
                report(
                    order.known(found.venueOrderId()),
                    found.state(),
                    found.filled(),
                    "found when the venue was asked",
                    turn));
        orders.find(event.id()).ifPresent(resolver::found);
      }
      case OrderLookup.Absent absent ->
          orders.find(event.id()).ifPresent(order -> resolver.missed(order, absent.asOf(), turn));
      case OrderLookup.Unreadable _ -> {}
    }
  }

  private void report(
      ClientOrder order, OrderState state, Quantity filled, String evidence, Turn turn) {
    if (order.state() == OrderState.NOT_PLACED && !state.isTerminal()) {
      turn.ask(new Effect.Cancel(order.mode(), order.ref()));
      turn.alarm(
          "order-turned-up",
          "An order of %s shares of %s that was proved absent rests at the venue after all. It is being cancelled; what it fills is evened out."
              .formatted(order.ordered(), order.intent().instrument()));
    }
    ClientOrder left = order;
    if (order.state() == OrderState.INTENDED || !order.report().marks().committed()) {
      left = order.sent(order.ref().venueKey(), order.ref().sentAt(), turn.now());
      orders.put(left, turn);
    }
    orders.put(left.reported(state, filled, evidence, turn.now()), turn);
  }

  private void rejected(ClientOrder order, SubmitOutcome.Rejected rejected, Turn turn) {
    String evidence = rejected.code() + ": " + rejected.text();
    ClientOrder refused = holds(rejected.code()) ? order.refusedForLong() : order;
    report(refused, OrderState.REJECTED, Quantity.ZERO, evidence, turn);
    if (rejected.code() == RejectCode.INSUFFICIENT_BALANCE) {
      stops.doubtful(order.intent().instrument().venue());
    }
  }

  /** Whether the same order would be refused again in a moment. */
  private static boolean holds(RejectCode code) {
    return switch (code) {
      case NOT_FILLABLE, RATE_LIMITED, OTHER -> false;
      case INSUFFICIENT_BALANCE,
          POST_ONLY_CROSSES,
          BAD_PRICE,
          BAD_SIZE,
          MARKET_CLOSED,
          VENUE_PAUSED,
          VENUE_RESTARTING,
          UNAUTHORISED,
          BLOCKED ->
          true;
    };
  }

  private void neverSent(ClientOrder order, String reason, Turn turn) {
    OrderState end =
        order.state() == OrderState.UNKNOWN ? OrderState.NOT_PLACED : OrderState.NOT_SENT;
    orders.put(order.reported(end, Quantity.ZERO, reason, turn.now()), turn);
  }
}
