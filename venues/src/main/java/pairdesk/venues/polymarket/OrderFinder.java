package pairdesk.venues.polymarket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.venues.net.VenueException;
import pairdesk.venues.polymarket.PolymarketWire.WireOrder;

/** Finds what became of an order: by its digest, in the open orders, in the trades. */
final class OrderFinder {
  private static final Duration TRADES_BEFORE = Duration.ofSeconds(5);

  private final PolymarketPrivate venue;
  private final PolymarketFills fills;
  private final InstantSource clock;

  OrderFinder(PolymarketPrivate venue, PolymarketFills fills, InstantSource clock) {
    this.venue = venue;
    this.fills = fills;
    this.clock = clock;
  }

  OrderLookup lookup(OrderRef order, Duration deadline) {
    Instant asOf = clock.instant();
    try {
      Optional<WireOrder> found = find(order, deadline);
      List<Fill> filled = fills(order, deadline);
      if (found.isPresent()) {
        return found(order, found.get(), filled);
      }
      return filled.isEmpty()
          ? new OrderLookup.Absent(asOf)
          : new OrderLookup.Unreadable("the venue lists fills of an order that it does not show");
    } catch (VenueException e) {
      return new OrderLookup.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static OrderLookup found(OrderRef order, WireOrder read, List<Fill> filled) {
    Optional<OrderState> state = OrderStates.of(read);
    return state.isPresent()
        ? new OrderLookup.Found(order.venueKey(), state.get(), read.matched(), filled)
        : new OrderLookup.Unreadable("status not known: " + read.status());
  }

  /** By its id, and where that shows nothing in the list of open orders of its market. */
  private Optional<WireOrder> find(OrderRef order, Duration deadline) {
    Optional<WireOrder> byId = venue.order(order.venueKey(), deadline);
    return byId.isPresent()
        ? byId
        : venue.openOrders(market(order), deadline).stream()
            .filter(open -> open.id().equalsIgnoreCase(order.venueKey()))
            .findFirst();
  }

  private List<Fill> fills(OrderRef order, Duration deadline) {
    Instant since = order.sentAt().minus(TRADES_BEFORE);
    return venue.trades(since, market(order), deadline).stream()
        .flatMap(trade -> fills.of(trade).stream())
        .filter(fill -> fill.key().venueOrder().equalsIgnoreCase(order.venueKey()))
        .map(fill -> fill.withOrder(order.id()))
        .toList();
  }

  private static Map<String, String> market(OrderRef order) {
    return Map.of("market", order.instrument().market().code());
  }
}
