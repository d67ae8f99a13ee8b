package pairdesk.engine.venue;

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
   * How a full read ended.
   *
   * @param problem why it is incomplete; empty when it is complete
   */
  record Read(boolean complete, int markets, int skipped, String problem) {}
}
