package pairdesk.venues.kalshi;

import java.time.Instant;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Outcome;
import pairdesk.venues.kalshi.KalshiWire.BookRow;

/**
 * The half-built book of one market: the bids of YES and the bids of NO. A bid for NO at 0.40 is an
 * ask of YES at 0.60.
 */
public final class KalshiBook {
  private final KalshiBids yesBids = new KalshiBids();
  private final KalshiBids noBids = new KalshiBids();

  /** Takes a whole book over. */
  void replace(BookRow row) {
    yesBids.replace(row.yesBids());
    noBids.replace(row.noBids());
  }

  /** Whether this is the book. */
  boolean agrees(BookRow row) {
    return yesBids.sameAs(row.yesBids()) && noBids.sameAs(row.noBids());
  }

  /**
   * Changes what rests at this price of this outcome's bids; false when less than nothing would
   * rest there: then the book is wrong.
   */
  public boolean change(Outcome outcome, int priceE4, long changeE6) {
    return (outcome == Outcome.YES ? yesBids : noBids).change(priceE4, changeE6);
  }

  /** The book of YES; that of NO is its mirror image. */
  public Book yes(Instrument yes, long version, Instant venueTime, Instant confirmedAt) {
    return new Book(yes, yesBids.bids(), noBids.asksOfOther(), version, venueTime, confirmedAt);
  }
}
