package pairdesk.engine.venue;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;

/** The list of all markets of a venue. Blocking; called on virtual threads. */
public interface MarketCatalog {
  VenueId venue();

  /**
   * Reads every open market, page by page to the end, giving each to the sink. Long work: the sink
   * sees progress.
   *
   * @return whether the end was reached; markets that are missing from an incomplete read must not
   *     be taken for gone
   */
  Read readAll(Consumer<Market> sink);

  /** Reads one market afresh; empty when the venue does not know it. */
  Optional<Market> read(MarketId id);

  /**
   * Reads these afresh, many with one request where the venue has such a one. A market that is
   * missing in the answer may be known to the venue all the same: then {@link #read(MarketId)} has
   * it, or says why not.
   */
  List<Market> read(Collection<MarketId> ids);

  /**
   * How a full read ended.
   *
   * @param problem why it is incomplete; empty when it is complete
   */
  record Read(boolean complete, int markets, int skipped, String problem) {}
}
