package pairdesk.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;

/** Tenable pairs, findable from both sides. Owned by one matcher and its thread. */
final class Verdicts {
  private final Map<MarketId, Map<MarketId, Verdict>> byMarket = new HashMap<>();

  void put(Verdict verdict) {
    put(verdict.left(), verdict.right(), verdict);
    put(verdict.right(), verdict.left(), verdict);
  }

  private void put(MarketId from, MarketId to, Verdict verdict) {
    byMarket.computeIfAbsent(from, market -> new HashMap<>()).put(to, verdict);
  }

  void forget(MarketId market) {
    Map<MarketId, Verdict> pairs = byMarket.remove(market);
    if (pairs != null) {
      pairs.keySet().forEach(other -> byMarket.getOrDefault(other, new HashMap<>()).remove(market));
    }
  }

  void clear() {
    byMarket.clear();
  }

  /** Pairs that are each other's best, from this likelihood up. */
  List<Verdict> mutualBest(double least) {
    List<Verdict> order = new ArrayList<>();
    byMarket.forEach((market, pairs) -> {
      if (market.venue().equals(VenueId.KALSHI)) {
        pairs.values().stream().filter(pair -> pair.likelihood() >= least).forEach(order::add);
      }
    });
    order.sort(Verdict.BEST_FIRST);
    Set<MarketId> met = new HashSet<>();
    List<Verdict> best = new ArrayList<>();
    for (Verdict pair : order) {
      boolean leftFirst = met.add(pair.left());
      boolean rightFirst = met.add(pair.right());
      if (leftFirst && rightFirst) {
        best.add(pair);
      }
    }
    return best;
  }
}
