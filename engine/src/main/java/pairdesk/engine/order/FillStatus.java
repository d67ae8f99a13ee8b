package pairdesk.engine.order;

/** How certain a fill is. On Kalshi every fill is FINAL. */
public enum FillStatus {
  /** Matched; the settlement of the trade is not certain. */
  PROVISIONAL,
  FINAL,
  /** Taken back: the trade failed to settle. */
  VOIDED
}
