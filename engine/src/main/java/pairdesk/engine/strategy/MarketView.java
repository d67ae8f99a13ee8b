package pairdesk.engine.strategy;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;

/** What a strategy may look at: trusted books, known markets, approved pairs. */
public interface MarketView {

  /** The latest book that may be trusted; empty when it is stale, unknown or repaired just now. */
  Optional<Book> book(Instrument instrument);

  /**
   * Since when, by our clock, its best ask is no higher than it is, as far as its book was seen
   * without a break: the moment at which it fell last, or appeared. Empty without a trusted book.
   */
  Optional<Instant> cheaperSince(Instrument instrument);

  Optional<Market> market(MarketId id);

  /** Approved pairs of which this market is a side. */
  Collection<Pair> pairsOf(MarketId id);
}
