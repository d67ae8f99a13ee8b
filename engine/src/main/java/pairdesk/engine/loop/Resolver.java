package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 */
final class Resolver implements Certainty {
  private static final List<Duration> FIRST =
      List.of(
          Duration.ofMillis(200),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          Duration.ofSeconds(8));
  private static final Duration THEN = Duration.ofSeconds(10);
  private static final Duration LEAST_LAG = Duration.ofSeconds(5);
  private static final int MISSES = 3;

  private final Orders orders;
  private final Map<VenueId, Capabilities> venues;
  private final EngineSettings.Doubts doubts;
  private final Map<ClientOrderId, Doubt> inDoubt = new TreeMap<>();

  /**
   * @param asked look-ups sent since
   * @param misses complete reads that did not show it
   * @param missed when the last of them began; the epoch when there was none
   */
  private record Doubt(Instant since, int asked, int misses, Instant missed) {
    Instant due() {
      return asked < FIRST.size()
          ? since.plus(FIRST.get(asked))
          : since.plus(FIRST.getLast()).plus(THEN.multipliedBy(asked - FIRST.size() + 1L));
    }
  }

  Resolver(Orders orders, Map<VenueId, Capabilities> venues, EngineSettings.Doubts doubts) {
    this.orders = orders;
    this.venues = venues;
    this.doubts = doubts;
  }

  /** Something speaks against what we think of this order: ask at once. */
  void doubt(ClientOrderId id, Turn turn) {
    inDoubt.putIfAbsent(id, new Doubt(turn.now(), 0, 0, Instant.EPOCH));
  }

  /** Asks the venue to cancel it, and then what became of it. */
  void cancel(ClientOrder order, Turn turn) {
    turn.ask(new Effect.Cancel(order.mode(), order.ref()));
    orders.put(order.cancelRequested(turn.now()), turn);
    doubt(order.id(), turn);
  }

  /** A complete read, begun at this moment, did not show it. */
  void missed(ClientOrder order, Instant asOf, Turn turn) {
    Doubt doubt = inDoubt.get(order.id());
    if (doubt == null || order.state().isTerminal()) {
      return;
    }
    int misses = doubt.misses() + 1;
    Instant last = doubt.missed().isAfter(asOf) ? doubt.missed() : asOf;
    inDoubt.put(order.id(), new Doubt(doubt.since(), doubt.asked(), misses, last));
    if (isMissing(order, capabilities(order).lateArrivalWindow())) {
      OrderState end =
          order.state() == OrderState.UNKNOWN ? OrderState.NOT_PLACED : OrderState.CANCELLED;
      String evidence = misses + " complete reads do not show it";
      orders.put(order.reported(end, order.report().acknowledged(), evidence, turn.now()), turn);
    }
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
    return order.state() == OrderState.UNKNOWN && isMissing(order, Duration.ZERO);
  }

  @Override
  public boolean mayTurnUp(ClientOrder order) {
    return order.state() == OrderState.NOT_PLACED
        && capabilities(order).lateArrivalWindow().isPositive();
  }

  /** Unknown orders with the moment since which each is. */
  Map<ClientOrder, Instant> unknown() {
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
    if (inDoubt.containsKey(order.id())) {
      return;
    }
    Instant since = order.report().at();
    switch (order.state()) {
      case UNKNOWN -> doubt(order.id(), turn);
      case INTENDED, SENT -> {
        if (isDue(since.plus(doubts.unanswered()), turn)) {
          orders.put(
              order.reported(
                  OrderState.UNKNOWN, order.report().acknowledged(), "no answer came", turn.now()),
              turn);
          doubt(order.id(), turn);
        }
      }
      case FILLED, CANCELLED, EXPIRED, REJECTED, NOT_SENT, NOT_PLACED -> {
        if (isDue(since.plus(doubts.fillsMissing()), turn)) {
          doubt(order.id(), turn);
        }
      }
      case LIVE, PARTLY -> {}
    }
  }

  private Doubt asked(ClientOrderId id, Doubt doubt, Turn turn) {
    if (turn.now().isBefore(doubt.due())) {
      return doubt;
    }
    ClientOrder order = orders.find(id).orElseThrow();
    turn.ask(new Effect.LookUp(order.mode(), order.ref()));
    var next = new Doubt(doubt.since(), doubt.asked() + 1, doubt.misses(), doubt.missed());
    // after a pause of ours several are due at once: one read answers them all
    while (!turn.now().isBefore(next.due())) {
      next = new Doubt(next.since(), next.asked() + 1, next.misses(), next.missed());
    }
    return next;
  }

  private static boolean isDue(Instant due, Turn turn) {
    turn.lookAgain(due);
    return !turn.now().isBefore(due);
  }

  private boolean isMissing(ClientOrder order, Duration window) {
    Doubt doubt = inDoubt.get(order.id());
    if (doubt == null || doubt.misses() < MISSES) {
      return false;
    }
    Duration lag = capabilities(order).readLag();
    Instant enough = order.leftBy().plus(max(max(lag, LEAST_LAG), window));
    return !doubt.missed().isBefore(enough);
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
