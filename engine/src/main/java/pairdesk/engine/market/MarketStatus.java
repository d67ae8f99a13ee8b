package pairdesk.engine.market;

/** Where a market is in its life, in our words; each adapter maps its venue's words to these. */
public enum MarketStatus {
  /** Announced, not trading yet. */
  UPCOMING,
  /** Accepts orders. */
  OPEN,
  /** Trading is paused; may open again. */
  PAUSED,
  /** No more trading, outcome not final. */
  CLOSED,
  /** Paid out. */
  SETTLED
}
