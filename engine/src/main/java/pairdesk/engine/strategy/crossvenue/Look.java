package pairdesk.engine.strategy.crossvenue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.opportunity.BundlePricer.Priced;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.strategy.MarketView;
import pairdesk.engine.time.IdSource;

/** One look of a strategy at the approved pairs that a change concerns. */
record Look(String strategy, Instant now, IdSource ids) {
  private static final Comparator<Pair> BY_ID = Comparator.comparing(Pair::id);

  /** The best bundle of each pair that has one, in the order of the pairs. */
  List<Opportunity> at(
      MarketView view, Set<MarketId> changed, Function<Pair, Optional<Priced>> best) {
    var found = new ArrayList<Opportunity>();
    for (Pair pair : pairs(view, changed)) {
      if (pair.status() == PairStatus.APPROVED) {
        best.apply(pair).map(priced -> bundle(pair, priced)).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Each once; mostly it is one market that has changed, and one pair of it. */
  private static Collection<Pair> pairs(MarketView view, Set<MarketId> changed) {
    if (changed.size() == 1) {
      Collection<Pair> ofOne = view.pairsOf(changed.iterator().next());
      if (ofOne.size() <= 1) {
        return ofOne;
      }
    }
    var pairs = new TreeSet<>(BY_ID);
    changed.forEach(market -> pairs.addAll(view.pairsOf(market)));
    return pairs;
  }

  private Opportunity.Bundle bundle(Pair pair, Priced priced) {
    return new Opportunity.Bundle(
        new OpportunityId(ids.next()), strategy, pair.id(), priced.legs(), priced.edge(), now);
  }
}
