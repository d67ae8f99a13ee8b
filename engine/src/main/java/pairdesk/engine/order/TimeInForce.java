package pairdesk.engine.order;

/** How long an order lives; each adapter writes its venue's word. */
public enum TimeInForce {
  /** Until cancelled. */
  GTC,
  /** Until a date. */
  GTD,
  /** Fill now, cancel the rest. Polymarket calls it FAK. */
  IOC,
  /** All now, or nothing. */
  FOK
}
