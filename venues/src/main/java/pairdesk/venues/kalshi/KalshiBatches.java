package pairdesk.venues.kalshi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.Slices;
import pairdesk.venues.net.VenueException;

/**
 * Several orders in one call. The items do not depend on each other, and each has an outcome of its
 * own. A batch must fit the rate budget whole, so long lists leave in several calls.
 */
public final class KalshiBatches {
  private static final String BATCH = "/portfolio/events/orders/batched";

  /** The largest that was ever documented. */
  private static final int LARGEST = 20;

  private final KalshiRest rest;
  private final KalshiDispatch dispatch;
  private final InstantSource clock;

  KalshiBatches(KalshiRest rest, KalshiDispatch dispatch, InstantSource clock) {
    this.rest = rest;
    this.dispatch = dispatch;
    this.clock = clock;
  }

  /**
   * Places them, each at most once.
   *
   * @param limit for each call
   * @return one outcome for each, in their order
   */
  public List<SubmitOutcome> submit(List<PreparedOrder> orders, Duration limit) {
    var outcomes = new ArrayList<SubmitOutcome>();
    for (List<PreparedOrder> part : Slices.of(orders, largest())) {
      outcomes.addAll(submitPart(part, limit));
    }
    return outcomes;
  }

  /**
   * Asks to cancel orders whose venue's ids are known; each answer means what a single one's does.
   *
   * @return one outcome for each, in their order
   */
  public List<CancelOutcome> cancel(List<OrderRef> orders, Duration limit) {
    int most = Math.min(LARGEST, largest(KalshiCost.CANCEL_BATCH, Priority.CANCEL));
    var outcomes = new ArrayList<CancelOutcome>();
    for (List<OrderRef> part : Slices.of(orders, most)) {
      outcomes.addAll(cancelPart(part, limit));
    }
    return outcomes;
  }

  /** How many new orders leave in one call. */
  int largest() {
    return Math.min(LARGEST, largest(KalshiCost.CREATE_BATCH, Priority.ENTRY));
  }

  private int largest(KalshiCost cost, Priority priority) {
    return rest.budgets().largestBatch(cost, priority);
  }

  private List<SubmitOutcome> submitPart(List<PreparedOrder> orders, Duration limit) {
    Duration left = shortestApproval(orders);
    if (!left.isPositive()) {
      return same(orders, new SubmitOutcome.NotSent("the approval ran out"));
    }
    orders.forEach(order -> dispatch.leaves(order.intent()));
    String body =
        orders.stream()
            .map(PreparedOrder::body)
            .collect(Collectors.joining(",", "{\"orders\":[", "]}"));
    var toll = rest.budgets().batch(KalshiCost.CREATE_BATCH, orders.size(), Priority.ENTRY);
    HttpOutcome outcome = rest.send(HttpCall.post(BATCH, body, toll), left, limit);
    List<SubmitOutcome> meant = meant(orders, outcome);
    for (int i = 0; i < orders.size(); i++) {
      dispatch.answered(orders.get(i).intent(), meant.get(i));
    }
    return meant;
  }

  private Duration shortestApproval(List<PreparedOrder> orders) {
    Instant first =
        orders.stream()
            .map(order -> order.intent().approval().validUntil())
            .min(Instant::compareTo)
            .orElse(Instant.MIN);
    return Duration.between(clock.instant(), first);
  }

  private static List<SubmitOutcome> meant(List<PreparedOrder> orders, HttpOutcome outcome) {
    if (!(outcome instanceof HttpOutcome.Answered answer && answer.isSuccess())) {
      return orders.stream().map(o -> KalshiAnswers.submitted(outcome, o.intent())).toList();
    }
    try {
      List<Fields> rows = Fields.parse(answer.body()).list("orders");
      if (rows.size() != orders.size()) {
        return same(orders, new SubmitOutcome.Unknown("answers to " + rows.size() + " orders"));
      }
      var meant = new ArrayList<SubmitOutcome>();
      for (int i = 0; i < rows.size(); i++) {
        OrderIntent intent = orders.get(i).intent();
        meant.add(KalshiAnswers.item(rows.get(i), intent));
      }
      return meant;
    } catch (VenueException e) {
      return same(orders, new SubmitOutcome.Unknown("unreadable answer: " + e.getMessage()));
    }
  }

  private List<CancelOutcome> cancelPart(List<OrderRef> orders, Duration limit) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (OrderRef order : orders) {
      String id = Objects.requireNonNull(order.venueOrderId(), "the venue's id is not known");
      rows.addObject().put("order_id", id).put("market_ticker", order.instrument().market().code());
    }
    String body = JsonNodeFactory.instance.objectNode().set("orders", rows).toString();
    var toll = rest.budgets().batch(KalshiCost.CANCEL_BATCH, orders.size(), Priority.CANCEL);
    HttpOutcome outcome = rest.send(HttpCall.delete(BATCH, body, toll), limit);
    if (!(outcome instanceof HttpOutcome.Answered answer && answer.isSuccess())) {
      return orders.stream().map(_ -> cancelFailed(outcome)).toList();
    }
    try {
      var byId = new HashMap<String, CancelOutcome>();
      for (Fields row : Fields.parse(answer.body()).list("orders")) {
        byId.put(row.text("order_id"), KalshiAnswers.cancelledItem(row));
      }
      return orders.stream().map(order -> found(byId, order)).toList();
    } catch (VenueException e) {
      return orders.stream()
          .<CancelOutcome>map(
              _ -> new CancelOutcome.Unknown("unreadable answer: " + e.getMessage()))
          .toList();
    }
  }

  /** Nothing is known about the single orders, whatever was said about the whole. */
  private static CancelOutcome cancelFailed(HttpOutcome outcome) {
    return switch (KalshiAnswers.cancelled(outcome)) {
      case CancelOutcome.NotLive(String text) -> new CancelOutcome.Unknown(text);
      case CancelOutcome.Requested requested -> requested;
      case CancelOutcome.Unknown unknown -> unknown;
    };
  }

  private static CancelOutcome found(Map<String, CancelOutcome> byId, OrderRef order) {
    CancelOutcome outcome = byId.get(order.venueOrderId());
    return outcome == null ? new CancelOutcome.Unknown("not in the answer") : outcome;
  }

  private static List<SubmitOutcome> same(List<PreparedOrder> orders, SubmitOutcome outcome) {
    return orders.stream().map(_ -> outcome).toList();
  }
}
