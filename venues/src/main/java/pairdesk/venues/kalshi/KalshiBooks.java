package pairdesk.venues.kalshi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Market;
import pairdesk.engine.venue.MarketFeed;
import pairdesk.venues.kalshi.KalshiWire.BookRow;
import pairdesk.venues.kalshi.KalshiWire.Delta;

/**
 * The books of the watched markets, fed by the stream and by the polls. A market streams from its
 * snapshot until doubt; while it streams, a poll only confirms it; while it does not, polls are its
 * book. Safe for the two threads that feed it; the listener is told in the order of the changes.
 */
final class KalshiBooks {
  private final MarketFeed.Listener listener;
  private final InstantSource clock;
  private final Map<String, Watched> watched = new HashMap<>();
  private long versions;

  /** One market and what we know of its book. */
  private static final class Watched {
    private Market market;
    private final KalshiBook book = new KalshiBook();
    private boolean streams;
    private boolean trusted;
    private boolean termsInDoubt;
    private int disagreements;
    private long version;
    private Instant venueTime = Instant.EPOCH;
    private Instant askedAt;

    Watched(Market market, Instant askedAt) {
      this.market = market;
      this.askedAt = askedAt;
    }
  }

  KalshiBooks(MarketFeed.Listener listener, InstantSource clock) {
    this.listener = listener;
    this.clock = clock;
  }

  /** Which tickers came and went. */
  record Change(Set<String> added, Set<String> removed) {}

  synchronized Change watch(Collection<Market> markets) {
    var wanted = new HashMap<String, Market>();
    markets.forEach(market -> wanted.put(market.id().code(), market));
    var removed = new HashSet<>(watched.keySet());
    removed.removeAll(wanted.keySet());
    watched.keySet().removeAll(removed);
    wanted.keySet().removeAll(watched.keySet());
    Instant now = clock.instant();
    wanted.forEach((ticker, market) -> watched.put(ticker, new Watched(market, now)));
    return new Change(Set.copyOf(wanted.keySet()), removed);
  }

  synchronized List<String> tickers() {
    return watched.keySet().stream().sorted().toList();
  }

  synchronized @Nullable Market market(String ticker) {
    Watched entry = watched.get(ticker);
    return entry == null ? null : entry.market;
  }

  synchronized void marketRead(Market market) {
    Watched entry = watched.get(market.id().code());
    if (entry != null && !entry.market.equals(market)) {
      entry.market = market;
      listener.marketChanged(market);
    }
  }

  /** A snapshot of the stream: from here on its changes count. */
  synchronized void snapshot(BookRow row) {
    Watched entry = watched.get(row.ticker());
    if (entry != null) {
      entry.book.replace(row);
      entry.streams = true;
      entry.disagreements = 0;
      Instant now = clock.instant();
      changed(entry, now, now);
    }
  }

  /** A change of the stream; false when it does not fit the book, which is then in doubt. */
  synchronized boolean delta(Delta delta) {
    Watched entry = watched.get(delta.ticker());
    if (entry == null || !entry.streams) {
      return true;
    }
    if (!entry.book.apply(delta)) {
      doubt(entry, "less than nothing would rest at " + delta.price());
      return false;
    }
    changed(entry, delta.at(), clock.instant());
    return true;
  }

  /** The stream has lost its thread: no book of it may be trusted. */
  synchronized void doubtAll(String cause) {
    watched.values().forEach(entry -> doubt(entry, cause));
  }

  /** The version of each book now, to be given back with what a poll that starts now finds. */
  synchronized Map<String, Long> versions() {
    var now = new HashMap<String, Long>();
    watched.forEach((ticker, entry) -> now.put(ticker, entry.version));
    return now;
  }

  /**
   * A book as polled.
   *
   * @param version the book's version before the poll was sent
   * @param sentAt when the poll was sent: the book was this one at some moment after it
   * @return false when a streaming book differs for the second time: it is then in doubt
   */
  synchronized boolean polled(BookRow row, long version, Instant sentAt) {
    Watched entry = watched.get(row.ticker());
    if (entry == null || entry.version != version) {
      return true;
    }
    if (entry.book.agrees(row) && entry.trusted) {
      entry.disagreements = 0;
      tell(entry, sentAt);
      return true;
    }
    if (!entry.streams) {
      entry.book.replace(row);
      changed(entry, sentAt, sentAt);
      return true;
    }
    entry.disagreements++;
    if (entry.disagreements >= 2) {
      doubt(entry, "the poll shows another book");
      return false;
    }
    return true;
  }

  /** The markets that wait for a snapshot of the stream for longer than this. */
  synchronized Set<String> waiting(Duration limit) {
    Instant before = clock.instant().minus(limit);
    return those(entry -> !entry.streams && entry.askedAt.isBefore(before));
  }

  /** Snapshots of these were asked for now. */
  synchronized void asked(Collection<String> tickers) {
    Instant now = clock.instant();
    each(tickers, entry -> entry.askedAt = now);
  }

  /** The stream does not bring these: until it connects again, polls are enough for them. */
  synchronized void pollOnly(Collection<String> tickers) {
    each(tickers, entry -> entry.askedAt = Instant.MAX);
  }

  /** The terms of these may have changed. */
  synchronized void termsInDoubt(Collection<String> tickers) {
    each(tickers, entry -> entry.termsInDoubt = true);
  }

  synchronized Set<String> termsInDoubt() {
    return those(entry -> entry.termsInDoubt);
  }

  /** The terms of these have been read. */
  synchronized void termsTaken(Collection<String> tickers) {
    each(tickers, entry -> entry.termsInDoubt = false);
  }

  private void each(Collection<String> tickers, Consumer<Watched> action) {
    tickers.stream().map(watched::get).filter(Objects::nonNull).forEach(action);
  }

  private Set<String> those(Predicate<Watched> wanted) {
    var found = new HashSet<String>();
    watched.forEach((ticker, entry) -> {
      if (wanted.test(entry)) {
        found.add(ticker);
      }
    });
    return found;
  }

  private void doubt(Watched entry, String cause) {
    entry.streams = false;
    entry.disagreements = 0;
    entry.askedAt = clock.instant();
    if (entry.trusted) {
      entry.trusted = false;
      listener.bookStale(entry.market.id().yes(), cause);
      listener.bookStale(entry.market.id().no(), cause);
    }
  }

  private void changed(Watched entry, Instant venueTime, Instant confirmedAt) {
    entry.version = ++versions;
    entry.venueTime = venueTime;
    entry.trusted = true;
    tell(entry, confirmedAt);
  }

  private void tell(Watched entry, Instant confirmedAt) {
    var yes = entry.book.yes(entry.market.id().yes(), entry.version, entry.venueTime, confirmedAt);
    listener.bookChanged(yes);
    listener.bookChanged(yes.mirrored());
  }
}
