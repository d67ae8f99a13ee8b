package pairdesk.sandbox.exchange;

/** Why an order left the book unfilled. */
public enum CancelReason {
  USER,
  /** The rest of an order that wanted to fill at once. */
  IMMEDIATE,
  SELF_TRADE,
  EXPIRED,
  /** The market closed or was paused. */
  CLOSED,
  HALTED,
  RESOLVED,
  POST_ONLY_CROSS,
  REDUCE_ONLY,
  ORDER_GROUP,
  /** The client's heartbeat stopped. */
  HEARTBEAT,
  /** It could not be taken any more when its delay was over. */
  DELAY
}
