package pairdesk.venues.kalshi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.venues.kalshi.KalshiWire.FillRow;
import pairdesk.venues.kalshi.KalshiWire.OrderRow;
import pairdesk.venues.net.VenueException;

/**
 * Finds one order again: by our id in the complete list of the market's orders, then its fills.
 * Kalshi has no search by our id, and its fills do not carry it.
 */
final class KalshiLookup {
  private static final Duration BEFORE = Duration.ofSeconds(5);

  private final KalshiRest rest;
  private final InstantSource clock;

  KalshiLookup(KalshiRest rest, InstantSource clock) {
    this.rest = rest;
    this.clock = clock;
  }

  OrderLookup find(OrderRef order, Duration deadline) {
    Instant asOf = clock.instant();
    try {
      List<OrderRow> orders = orders(order, deadline);
      List<FillRow> fills = fills(order, deadline);
      orders.addAll(unlisted(orders, fills));
      return orders.stream()
          .filter(row -> isOurs(row, order))
          .findFirst()
          .map(row -> found(row, fills, order))
          .orElseGet(() -> new OrderLookup.Absent(asOf));
    } catch (VenueException e) {
      return new OrderLookup.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private List<OrderRow> orders(OrderRef order, Duration deadline) {
    var rows = new ArrayList<OrderRow>();
    rest.ownPages(
        "/portfolio/orders?limit=1000&" + range(order),
        deadline,
        page -> page.list("orders").forEach(row -> rows.add(KalshiCodec.order(row))));
    return rows;
  }

  private List<FillRow> fills(OrderRef order, Duration deadline) {
    var rows = new ArrayList<FillRow>();
    rest.ownPages(
        "/portfolio/fills?limit=1000&" + range(order),
        deadline,
        page -> page.list("fills").forEach(row -> rows.add(KalshiCodec.fill(row))));
    return rows;
  }

  private static String range(OrderRef order) {
    String ticker = KalshiRest.encoded(order.instrument().market().code());
    return "ticker=" + ticker + "&min_ts=" + order.sentAt().minus(BEFORE).getEpochSecond();
  }

  private static boolean isOurs(OrderRow row, OrderRef order) {
    return row.clientOrderId().equals(order.venueKey())
        || row.orderId().equals(order.venueOrderId());
  }

  /** The orders of fills that the list of orders does not show: older ones, or the list lags. */
  private List<OrderRow> unlisted(List<OrderRow> orders, List<FillRow> fills) {
    Set<String> ids = fills.stream().map(FillRow::orderId).collect(Collectors.toSet());
    orders.forEach(row -> ids.remove(row.orderId()));
    return ids.stream()
        .map(id -> rest.readOwn("/portfolio/orders/" + KalshiRest.encoded(id)))
        .map(answer -> KalshiCodec.order(answer.object("order")))
        .toList();
  }

  /** The two lists are read one after the other, and either may lag: only agreement counts. */
  private static OrderLookup found(OrderRow row, List<FillRow> fills, OrderRef order) {
    List<Fill> ours =
        fills.stream()
            .filter(fill -> fill.orderId().equals(row.orderId()))
            .map(fill -> KalshiFills.of(fill, order.instrument(), order.id()))
            .toList();
    Quantity listed = ours.stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus);
    Quantity filled = row.amounts().filled();
    return listed.equals(filled)
        ? new OrderLookup.Found(row.orderId(), KalshiStates.of(row), filled, ours)
        : new OrderLookup.Unreadable("fills list " + listed + ", the order says " + filled);
  }
}
