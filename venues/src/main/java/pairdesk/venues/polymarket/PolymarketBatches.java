package pairdesk.venues.polymarket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.Priority;

/**
 * Several orders or cancels in one request. Each is sent once and judged by its own part of the
 * answer; none depends on the others.
 */
public final class PolymarketBatches {
  /** The venue takes no more orders at once. */
  public static final int MOST_ORDERS = 15;

  /** The venue takes no more cancels at once; more cost more than the budget of a cancel holds. */
  static final int MOST_CANCELS = 100;

  private final PolymarketLink link;
  private final RestingOrders resting;
  private final Heartbeat heartbeat;
  private final OrderAnswers answers;
  private final InstantSource clock;

  PolymarketBatches(PolymarketLink link, PolymarketOrders.Desk desk, InstantSource clock) {
    this.link = link;
    this.resting = desk.resting();
    this.heartbeat = desk.heartbeat();
    this.answers = new OrderAnswers(desk.health());
    this.clock = clock;
  }

  /**
   * Sends orders that rest, or FOK orders: an IOC purchase takes two requests and goes alone.
   *
   * @param orders at most {@link #MOST_ORDERS}
   * @return what became of each, in their order
   * @throws IllegalArgumentException when they are none, too many, or an IOC purchase is among them
   */
  public List<SubmitOutcome> submit(List<PreparedOrder> orders, Duration deadline) {
    check(orders);
    Instant now = clock.instant();
    Instant validUntil =
        orders.stream().map(o -> o.intent().approval().validUntil()).min(Instant::compareTo).get();
    if (!now.isBefore(validUntil)) {
      return orders.stream()
          .<SubmitOutcome>map(_ -> new SubmitOutcome.NotSent("an approval ran out"))
          .toList();
    }
    List<PreparedOrder> thatRest = orders.stream().filter(PolymarketBatches::rests).toList();
    thatRest.forEach(order -> resting.add(order.venueKey()));
    if (!thatRest.isEmpty()) {
      heartbeat.beatBefore(deadline.dividedBy(2));
    }
    List<String> bodies = orders.stream().map(PreparedOrder::body).toList();
    Duration leaveWithin = longer(Duration.between(clock.instant(), validUntil), Duration.ZERO);
    List<SubmitOutcome> outcomes =
        answers.allSubmitted(orders, post(bodies, priority(orders), leaveWithin, deadline));
    for (int i = 0; i < orders.size(); i++) {
      if (PolymarketOrders.isOver(outcomes.get(i))) {
        resting.remove(orders.get(i).venueKey());
      }
    }
    return outcomes;
  }

  private static Priority priority(List<PreparedOrder> orders) {
    return orders.stream().anyMatch(o -> o.intent().origin().purpose().addsRisk())
        ? Priority.ENTRY
        : Priority.HEDGE;
  }

  HttpOutcome post(
      List<String> bodies, Priority priority, Duration leaveWithin, Duration deadline) {
    String body = "[" + String.join(",", bodies) + "]";
    var call = HttpCall.post("/orders", body, link.budgets().order(bodies.size(), priority));
    return link.send(call, leaveWithin, deadline);
  }

  private static void check(List<PreparedOrder> orders) {
    if (orders.isEmpty() || orders.size() > MOST_ORDERS) {
      throw new IllegalArgumentException(
          orders.size() + " orders at once, the venue takes 1 to " + MOST_ORDERS);
    }
    if (orders.stream().anyMatch(o -> OrderDraft.isExactTaker(o.intent().terms()))) {
      throw new IllegalArgumentException("an IOC purchase goes alone");
    }
  }

  private static boolean rests(PreparedOrder order) {
    TimeInForce life = order.intent().terms().timeInForce();
    return life == TimeInForce.GTC || life == TimeInForce.GTD;
  }

  /**
   * Asks the venue to cancel these.
   *
   * @param orders at most 100
   * @return what became of each, in their order
   */
  public List<CancelOutcome> cancel(List<OrderRef> orders, Duration deadline) {
    if (orders.isEmpty() || orders.size() > MOST_CANCELS) {
      throw new IllegalArgumentException(orders.size() + " cancels at once, want 1 to 100");
    }
    List<String> ids = orders.stream().map(OrderRef::venueKey).toList();
    HttpOutcome outcome = cancelIds(ids, deadline);
    List<CancelOutcome> outcomes = answers.manyCancelled(ids, outcome);
    for (int i = 0; i < ids.size(); i++) {
      if (outcomes.get(i) instanceof CancelOutcome.Requested) {
        resting.remove(ids.get(i));
      }
    }
    return outcomes;
  }

  HttpOutcome cancelIds(List<String> ids, Duration deadline) {
    String body = ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",", "[", "]"));
    return link.send(HttpCall.delete("/orders", body, link.budgets().cancel(ids.size())), deadline);
  }

  /** Asks the venue to cancel every order of ours in one market. */
  public CancelOutcome cancelMarket(MarketId market, Duration deadline) {
    return answers.allCancelled(cancelMarket(market.code(), deadline));
  }

  HttpOutcome cancelMarket(String conditionId, Duration deadline) {
    String body = "{\"market\":\"" + conditionId + "\"}";
    return link.send(
        HttpCall.delete("/cancel-market-orders", body, link.budgets().cancel(1)), deadline);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
