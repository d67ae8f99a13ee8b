package pairdesk.venues.kalshi;

import java.time.InstantSource;

/**
 * What Kalshi offers beyond the engine's ports, for strategies that rest orders and for operators.
 */
public record KalshiTools(
    KalshiBatches batches,
    KalshiChanges changes,
    KalshiGroups groups,
    KalshiQueue queue,
    KalshiTransfers transfers,
    KalshiLimits limits,
    KalshiExchange exchange,
    KalshiMarketData data,
    KalshiFeeChanges fees) {

  static KalshiTools of(
      KalshiRest rest, KalshiGroups groups, KalshiDispatch dispatch, InstantSource clock) {
    return new KalshiTools(
        new KalshiBatches(rest, dispatch, clock),
        new KalshiChanges(rest),
        groups,
        new KalshiQueue(rest),
        new KalshiTransfers(rest),
        new KalshiLimits(rest, rest.budgets()),
        new KalshiExchange(rest),
        new KalshiMarketData(rest),
        new KalshiFeeChanges(rest));
  }
}
