package pairdesk.engine.venue;

import java.util.Collection;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;

/**
 * Live books of one venue: stream with gap detection and repair, cross-checked and, when the stream
 * is silent, replaced by polling.
 */
public interface MarketFeed extends AutoCloseable {
  VenueId venue();

  /** Connects and reports to the listener from now on, on the feed's own threads. */
  void start(Listener listener);

  /** Replaces the set of markets whose books are wanted. Returns at once. */
  void watch(Collection<Market> markets);

  /**
   * Asks for the whole books of these watched markets now, so that the listener hears of each that
   * was right or was repaired: {@link Book#confirmedAt} is then not before this call. Returns at
   * once; without an answer the feed's regular reads bring them later.
   */
  void confirm(Collection<MarketId> markets);

  @Override
  void close();

  /** Told by the feed's threads; must not block. */
  interface Listener {
    /** A book changed, or was confirmed again: both outcomes of a market are reported. */
    void bookChanged(Book book);

    /** The book of this instrument cannot be trusted until the next {@link #bookChanged}. */
    void bookStale(Instrument instrument, String cause);

    /** Terms or life of a watched market changed (tick, status, close). */
    void marketChanged(Market market);

    void venueChanged(VenueStatus status);
  }
}
