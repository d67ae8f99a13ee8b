package pairdesk.sandbox.exchange;

/** The settlement of a trade on chain. CONFIRMED and FAILED are final. */
public enum TradeStatus {
  MATCHED,
  MINED,
  CONFIRMED,
  RETRYING,
  FAILED
}
