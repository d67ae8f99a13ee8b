package pairdesk.sandbox.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Relation;

/**
 * All that is listed.
 *
 * @param asks what each listing really asks; part of the truth, not of any venue's answers
 */
public record Catalogue(
    List<KalshiListing> kalshi, List<PolymarketListing> polymarket, Map<MarketId, Asks> asks) {

  public Catalogue {
    kalshi = List.copyOf(kalshi);
    polymarket = List.copyOf(polymarket);
    asks = Map.copyOf(asks);
  }

  /** Two listings of one question. */
  public record TruePair(KalshiListing kalshi, PolymarketListing polymarket, Relation relation) {}

  public List<TruePair> truePairs() {
    var pairs = new ArrayList<TruePair>();
    for (KalshiListing one : kalshi) {
      for (PolymarketListing other : polymarket) {
        relation(asks.get(one.id()), asks.get(other.id()))
            .ifPresent(relation -> pairs.add(new TruePair(one, other, relation)));
      }
    }
    return pairs;
  }

  private static Optional<Relation> relation(@Nullable Asks one, @Nullable Asks other) {
    if (one == null || other == null || !one.question().id().equals(other.question().id())) {
      return Optional.empty();
    }
    return Optional.of(one.inverted() == other.inverted() ? Relation.SAME : Relation.INVERSE);
  }

  public Catalogue plus(Catalogue more) {
    var allAsks = new HashMap<>(asks);
    allAsks.putAll(more.asks);
    return new Catalogue(joined(kalshi, more.kalshi), joined(polymarket, more.polymarket), allAsks);
  }

  private static <T> List<T> joined(List<T> some, List<T> others) {
    var all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
