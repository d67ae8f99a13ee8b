package pairdesk.venues.kalshi;

/**
 * What our calls cost of the rate budgets while Kalshi has not said otherwise. Batches cost this
 * for each item. Source: Rate Limits and Tiers page, autumn 2026; {@code GET
 * /account/endpoint_costs} has the last word.
 */
enum KalshiCost {
  READ("GET", "", 10),
  READ_ORDER("GET", "/portfolio/orders/:order_id", 2),
  CREATE("POST", "/portfolio/events/orders", 10),
  CREATE_BATCH("POST", "/portfolio/events/orders/batched", 10),
  CANCEL("DELETE", "/portfolio/events/orders/:order_id", 2),
  CANCEL_BATCH("DELETE", "/portfolio/events/orders/batched", 2),
  CANCEL_ALL("DELETE", "/portfolio/events/orders", 2),
  AMEND("POST", "/portfolio/events/orders/:order_id/amend", 10),
  DECREASE("POST", "/portfolio/events/orders/:order_id/decrease", 10),
  OTHER_WRITE("", "", 10);

  private final String method;
  private final String path;
  private final int usual;

  KalshiCost(String method, String path, int usual) {
    this.method = method;
    this.path = path;
    this.usual = usual;
  }

  int usual() {
    return usual;
  }

  /** Whether the venue's list means this call. */
  boolean is(String wireMethod, String wirePath) {
    return !path.isEmpty() && method.equals(wireMethod) && wirePath.endsWith("/v2" + path);
  }
}
