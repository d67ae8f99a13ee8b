package pairdesk.sandbox.exchange;

import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Usd;

/**
 * The finer wishes of an order.
 *
 * @param budget for a buy in dollars: spend at most this, whatever number of shares it buys; the
 *     order's quantity then only says what may rest. Null for an order in shares
 * @param group an order group's id, or null
 */
public record OrderOptions(
    boolean postOnly,
    boolean reduceOnly,
    boolean cancelOnPause,
    SelfTrade selfTrade,
    @Nullable Usd budget,
    @Nullable String group) {
  public static final OrderOptions NONE =
      new OrderOptions(false, false, false, SelfTrade.CANCEL_TAKER, null, null);
  public static final OrderOptions POST_ONLY =
      new OrderOptions(true, false, false, SelfTrade.CANCEL_TAKER, null, null);

  /** What happens when an order meets another of the same account. */
  public enum SelfTrade {
    /** The incoming order stops there, its rest is cancelled. */
    CANCEL_TAKER,
    /** The resting order is cancelled, the incoming one goes on. */
    CANCEL_MAKER
  }

  public OrderOptions withBudget(Usd newBudget) {
    return new OrderOptions(postOnly, reduceOnly, cancelOnPause, selfTrade, newBudget, group);
  }
}
