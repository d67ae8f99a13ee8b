package pairdesk.venues.kalshi;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.TokenBucket;
import pairdesk.venues.net.Toll;

/**
 * Kalshi's rate budgets as it counts them: one for reading and one for writing with our key, and a
 * gentle one of our own for what everybody may read. Begins with the settings and follows what the
 * venue publishes about the account. Safe for many threads.
 */
final class KalshiBudgets {
  private static final int OPEN_PER_SECOND = 100;

  private final TokenBucket openReads;
  private final TokenBucket ownReads;
  private final TokenBucket writes;
  private volatile Map<KalshiCost, Integer> costs = Map.of();

  KalshiBudgets(KalshiSettings.Budget start, InstantSource clock) {
    this.openReads = new TokenBucket(clock, OPEN_PER_SECOND, OPEN_PER_SECOND);
    this.ownReads = new TokenBucket(clock, start.readPerSecond(), start.readPerSecond());
    this.writes = new TokenBucket(clock, start.writePerSecond(), start.writePerSecond());
  }

  /** The account's budgets and prices, as the venue says. */
  void learn(KalshiLimits.Limits limits, Map<KalshiCost, Integer> published) {
    ownReads.resize(limits.read().capacity(), limits.read().perSecond());
    writes.resize(limits.write().capacity(), limits.write().perSecond());
    costs = published.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(published));
  }

  Toll openRead() {
    return new Toll(openReads, cost(KalshiCost.READ), Priority.READ);
  }

  Toll ownRead(KalshiCost cost, Priority priority) {
    return new Toll(ownReads, cost(cost), priority);
  }

  Toll write(KalshiCost cost, Priority priority) {
    return new Toll(writes, cost(cost), priority);
  }

  Toll batch(KalshiCost cost, int items, Priority priority) {
    return new Toll(writes, Math.multiplyExact(cost(cost), items), priority);
  }

  /** How many items one batch may have: the venue takes it whole or not at all. */
  int largestBatch(KalshiCost cost, Priority priority) {
    return Math.max(1, writes.most(priority) / cost(cost));
  }

  private int cost(KalshiCost cost) {
    return costs.getOrDefault(cost, cost.usual());
  }
}
