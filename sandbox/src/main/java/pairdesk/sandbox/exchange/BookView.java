package pairdesk.sandbox.exchange;

import java.time.Instant;
import java.util.List;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;

/**
 * A market's book in YES terms, best level first on both sides.
 *
 * @param revision grows by one with every change of a level
 * @param changedAt when it last changed
 */
public record BookView(
    MarketId market, List<Level> bids, List<Level> asks, long revision, Instant changedAt) {

  public BookView {
    bids = List.copyOf(bids);
    asks = List.copyOf(asks);
  }

  /** Bids for this outcome, best first: bids for NO are the asks of YES mirrored. */
  public List<Level> bids(Outcome outcome) {
    return outcome == Outcome.YES ? bids : mirrored(asks);
  }

  /** Offers of this outcome, best first. */
  public List<Level> asks(Outcome outcome) {
    return outcome == Outcome.YES ? asks : mirrored(bids);
  }

  private static List<Level> mirrored(List<Level> levels) {
    return levels.stream().map(l -> new Level(l.price().complement(), l.quantity())).toList();
  }
}
