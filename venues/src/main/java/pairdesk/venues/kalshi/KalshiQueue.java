package pairdesk.venues.kalshi;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import pairdesk.engine.money.Quantity;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.Slices;

/** How many contracts stand before our resting orders, at their price. */
public final class KalshiQueue {
  private static final int TICKERS = 50;

  private final KalshiRest rest;

  KalshiQueue(KalshiRest rest) {
    this.rest = rest;
  }

  /**
   * @throws pairdesk.venues.net.VenueException when it cannot be read, or the order does not rest
   */
  public Quantity ahead(String venueOrderId) {
    return rest.readOwn("/portfolio/orders/" + KalshiRest.encoded(venueOrderId) + "/queue_position")
        .quantity("queue_position_fp");
  }

  /** By the venue's order id, for all our resting orders in these markets. */
  public Map<String, Quantity> ahead(Collection<String> tickers) {
    var ahead = new HashMap<String, Quantity>();
    for (var part : Slices.of(tickers, TICKERS)) {
      String csv = part.stream().map(KalshiRest::encoded).collect(Collectors.joining(","));
      Fields answer = rest.readOwn("/portfolio/orders/queue_positions?market_tickers=" + csv);
      for (Fields row : answer.list("queue_positions")) {
        ahead.put(row.text("order_id"), row.quantity("queue_position_fp"));
      }
    }
    return ahead;
  }
}
