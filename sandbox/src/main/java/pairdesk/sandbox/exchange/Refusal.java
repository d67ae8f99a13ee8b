package pairdesk.sandbox.exchange;

/** Why an order was not taken. */
public enum Refusal {
  UNKNOWN_MARKET,
  UNKNOWN_ACCOUNT,
  /** Not open yet, paused, closed or resolved. */
  MARKET_NOT_TRADING,
  /** Trading is paused on the market's shard. */
  SHARD_PAUSED,
  PRICE_OFF_GRID,
  QUANTITY_OFF_LOT,
  DUPLICATE_CLIENT_ID,
  DUPLICATE_ORDER_ID,
  INSUFFICIENT_FUNDS,
  POST_ONLY_CROSSES,
  FILL_OR_KILL_UNFILLED,
  EXPIRES_IN_THE_PAST,
  REDUCE_ONLY_NOT_IMMEDIATE,
  ORDER_GROUP_UNKNOWN,
  ORDER_GROUP_TRIGGERED,
  /** Amend or decrease of an order that does not rest. */
  ORDER_NOT_LIVE
}
