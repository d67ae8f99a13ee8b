package pairdesk.sandbox.exchange;

/** Where an order is. */
public enum OrderStatus {
  OPEN,
  FILLED,
  /** No longer live, filled in part or not at all. */
  CANCELLED
}
