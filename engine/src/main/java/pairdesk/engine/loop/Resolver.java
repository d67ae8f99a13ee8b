package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pairdesk.engine.execution.Certainty;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.venue.Capabilities;

/**
 * Asks the venue about orders whose fate is in doubt, until it is certain. Absence is proved by
 * complete reads alone: enough of them, later than the venue's read lag, and later than the moment
 * until which the order could still arrive; never by time.
 *
 * <p>An order that is not answered soon is asked for while its call goes on: what arrived is
 * adopted at once, and the answer that comes later says nothing new. All times count from the
 * moment at which the order left, not from the end of its call.
 */
final class Resolver implements Certainty {
  private static final Duration LEAST_LAG = Duration.ofSeconds(5);
  private static final int MISSES = 3;

  private final Orders orders;
  private final Map<VenueId, Capabilities> venues;
  private final EngineSettings.Doubts doubts;
  private final Map<ClientOrderId, Doubt> inDoubt = new TreeMap<>();

  Resolver(Orders orders, Map<VenueId, Capabilities> venues, EngineSettings.Doubts doubts) {
    this.orders = orders;
    this.venues = venues;
    this.doubts = doubts;
  }

  /** Something speaks against what we think of this order: ask at once. */
  void doubt(ClientOrderId id, Turn turn) {
    inDoubt.putIfAbsent(id, Doubt.since(turn.now()));
  }

  /** Asks the venue to cancel it, and then what became of it. */
  void cancel(ClientOrder order, Turn turn) {
    turn.ask(new Effect.Cancel(order.mode(), order.ref()));
    orders.put(order.cancelRequested(turn.now()), turn);
    doubt(order.id(), turn);
  }

  /** No answer came: from now on it counts as Unknown, and people are told. */
  void lost(ClientOrder order, String reason, Turn turn) {
    ClientOrder next =
        order.reported(OrderState.UNKNOWN, order.report().acknowledged(), reason, turn.now());
    orders.put(next, turn);
    if (next.state() == OrderState.UNKNOWN && order.state() != OrderState.UNKNOWN) {
      doubt(order.id(), turn);
      turn.alarm(
          "order-unknown",
          "%s: the outcome of an order to %s %s shares of %s at %s is not known (%s). It counts as filled and its money stays reserved until the venue has been asked; new entries on its pair wait. Nothing is to be done yet."
              .formatted(
                  order.intent().instrument().venue().label(),
                  order.side(),
                  order.ordered(),
                  order.intent().instrument(),
                  order.intent().terms().limit(),
                  reason));
    }
  }

  /** The venue accepted it: that it was not seen before says nothing. */
  void arrived(ClientOrderId id) {
    inDoubt.computeIfPresent(id, (_, doubt) -> doubt.arrived());
  }

  /** A complete read, begun at this moment, did not show it. */
  void missed(ClientOrder order, Instant asOf, Turn turn) {
    if (order.state().isTerminal()) {
      return;
    }
    Doubt doubt = inDoubt.computeIfPresent(order.id(), (_, known) -> known.missedAt(asOf));
    Optional<OrderState> end = endOf(order.state());
    if (doubt != null && end.isPresent() && isMissing(order, proof(order))) {
      String evidence = doubt.misses() + " complete reads do not show it";
      orders.put(
          order.reported(end.get(), order.report().acknowledged(), evidence, turn.now()), turn);
    }
  }

  /** What an order has come to that is not there; nothing while its call may be answered. */
  private static Optional<OrderState> endOf(OrderState state) {
    return switch (state) {
      case UNKNOWN -> Optional.of(OrderState.NOT_PLACED);
      case LIVE, PARTLY -> Optional.of(OrderState.CANCELLED);
      case INTENDED, SENT, FILLED, CANCELLED, EXPIRED, REJECTED, NOT_SENT, NOT_PLACED ->
          Optional.empty();
    };
  }

  /** The venue showed it: unless its outcome or its fills are still missing, that is enough. */
  void found(ClientOrder order) {
    boolean enough =
        switch (order.state()) {
          case LIVE, PARTLY -> true;
          case INTENDED, SENT, UNKNOWN -> false;
          case FILLED, CANCELLED, EXPIRED, REJECTED, NOT_SENT, NOT_PLACED -> order.isSettled();
        };
    if (enough) {
      inDoubt.remove(order.id());
    }
  }

  @Override
  public boolean isPresumedAbsent(ClientOrder order) {
    return order.state() == OrderState.UNKNOWN && isMissing(order, doubts.unanswered());
  }

  @Override
  public boolean mayTurnUp(ClientOrder order) {
    return order.state() == OrderState.NOT_PLACED
        && capabilities(order).lateArrivalWindow().isPositive();
  }

  /** Unknown orders with the moment since which each is. */
  Map<ClientOrder, Instant> unknown() {
    if (inDoubt.isEmpty()) {
      return Map.of();
    }
    var unknown = new HashMap<ClientOrder, Instant>();
    for (ClientOrder order : orders.unsettled()) {
      Doubt doubt = inDoubt.get(order.id());
      if (order.state() == OrderState.UNKNOWN && doubt != null) {
        unknown.put(order, doubt.since());
      }
    }
    return unknown;
  }

  /** Sends the look-ups that are due and asks to be woken for the next. */
  void look(Turn turn) {
    for (ClientOrder order : orders.unsettled()) {
      watch(order, turn);
    }
    inDoubt.keySet().removeIf(id -> orders.find(id).map(ClientOrder::isSettled).orElse(true));
    inDoubt.replaceAll((id, doubt) -> asked(id, doubt, turn));
    inDoubt.values().forEach(doubt -> turn.lookAgain(doubt.due()));
  }

  /** Begins to doubt an order that has been silent for too long. */
  private void watch(ClientOrder order, Turn turn) {
    Instant news = order.report().at();
    switch (order.state()) {
      case UNKNOWN -> doubt(order.id(), turn);
      case INTENDED -> {
        if (isDue(news.plus(doubts.unsent()), turn)) {
          lost(order, "not known to have left", turn);
        }
      }
      case SENT -> unanswered(order, turn);
      case FILLED, CANCELLED, EXPIRED, REJECTED, NOT_SENT, NOT_PLACED -> {
        if (!inDoubt.containsKey(order.id()) && isDue(news.plus(doubts.fillsMissing()), turn)) {
          doubt(order.id(), turn);
        }
      }
      case LIVE, PARTLY -> {}
    }
  }

  /** Asked for while its call goes on, and after a while Unknown whether or not the call ended. */
  private void unanswered(ClientOrder order, Turn turn) {
    Instant left = order.ref().sentAt();
    if (isDue(left.plus(doubts.silent()), turn)) {
      inDoubt.putIfAbsent(order.id(), Doubt.since(left));
    }
    if (isDue(left.plus(doubts.unanswered()), turn)) {
      lost(order, "no answer came", turn);
    }
  }

  private Doubt asked(ClientOrderId id, Doubt doubt, Turn turn) {
    if (turn.now().isBefore(doubt.due())) {
      return doubt;
    }
    ClientOrder order = orders.find(id).orElseThrow();
    boolean fence = order.state() != OrderState.SENT;
    turn.ask(new Effect.LookUp(order.mode(), order.ref(), fence));
    return doubt.askedAt(turn.now());
  }

  private static boolean isDue(Instant due, Turn turn) {
    turn.lookAgain(due);
    return !turn.now().isBefore(due);
  }

  /** Enough complete reads do not show it, the last of them so long after it left. */
  private boolean isMissing(ClientOrder order, Duration afterwards) {
    Doubt doubt = inDoubt.get(order.id());
    return doubt != null
        && doubt.misses() >= MISSES
        && !doubt.missed().isBefore(order.leftBy().plus(afterwards));
  }

  /** How long after it left a read that does not show it proves that it never will. */
  private Duration proof(ClientOrder order) {
    Capabilities venue = capabilities(order);
    return max(max(venue.readLag(), LEAST_LAG), venue.lateArrivalWindow());
  }

  private Capabilities capabilities(ClientOrder order) {
    Capabilities known = venues.get(order.intent().instrument().venue());
    if (known == null) {
      throw new IllegalStateException("no such venue: " + order.intent().instrument().venue());
    }
    return known;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
