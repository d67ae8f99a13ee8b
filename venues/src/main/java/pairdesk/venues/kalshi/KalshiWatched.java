package pairdesk.venues.kalshi;

import java.time.Instant;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.venue.MarketFeed;
import pairdesk.venues.kalshi.KalshiWire.BookRow;

/**
 * One watched market and what we know of its book. It streams from its snapshot until doubt; while
 * it streams, a poll only confirms it; while it does not, polls are its book. Not safe for threads:
 * {@link KalshiBooks} guards it.
 */
final class KalshiWatched {
  private static final int DISAGREEMENTS = 2;

  private final MarketFeed.Listener listener;
  private final KalshiBook book = new KalshiBook();
  private Market market;
  private boolean streams;
  private boolean trusted;
  private boolean termsInDoubt;
  private int disagreements;
  private long version;
  private Instant venueTime = Instant.EPOCH;
  private Instant askedAt;

  /** Of what rests at a price of this outcome's bids. */
  record Change(Outcome outcome, int priceE4, long changeE6) {}

  KalshiWatched(Market market, MarketFeed.Listener listener, Instant askedAt) {
    this.market = market;
    this.listener = listener;
    this.askedAt = askedAt;
  }

  Market market() {
    return market;
  }

  long version() {
    return version;
  }

  boolean streams() {
    return streams;
  }

  boolean termsInDoubt() {
    return termsInDoubt;
  }

  void termsInDoubt(boolean inDoubt) {
    termsInDoubt = inDoubt;
  }

  void read(Market newer) {
    if (!market.equals(newer)) {
      market = newer;
      listener.marketChanged(newer);
    }
  }

  /** Whether it does not stream and its snapshot was last asked for before this. */
  boolean waitsSince(Instant moment) {
    return !streams && askedAt.isBefore(moment);
  }

  void asked(Instant at) {
    askedAt = at;
  }

  void snapshot(BookRow row, long next, Instant now) {
    book.replace(row);
    streams = true;
    disagreements = 0;
    changed(next, now, now);
  }

  /** False when the change does not fit the book. */
  boolean change(Change change, Instant at, long next, Instant now) {
    if (!book.change(change.outcome(), change.priceE4(), change.changeE6())) {
      return false;
    }
    changed(next, at, now);
    return true;
  }

  /** A book as polled; false when the stream's has differed from it too often. */
  boolean polled(BookRow row, long next, Instant sentAt) {
    if (trusted && book.agrees(row)) {
      disagreements = 0;
      tell(sentAt);
      return true;
    }
    if (!streams) {
      book.replace(row);
      changed(next, sentAt, sentAt);
      return true;
    }
    disagreements++;
    return disagreements < DISAGREEMENTS;
  }

  void doubt(String cause) {
    streams = false;
    disagreements = 0;
    if (trusted) {
      trusted = false;
      listener.bookStale(market.id().yes(), cause);
      listener.bookStale(market.id().no(), cause);
    }
  }

  private void changed(long next, Instant changedAt, Instant confirmedAt) {
    version = next;
    venueTime = changedAt;
    trusted = true;
    tell(confirmedAt);
  }

  private void tell(Instant confirmedAt) {
    var yes = book.yes(market.id().yes(), version, venueTime, confirmedAt);
    listener.bookChanged(yes);
    listener.bookChanged(yes.mirrored());
  }
}
