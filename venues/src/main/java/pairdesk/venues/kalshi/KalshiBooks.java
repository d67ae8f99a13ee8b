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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Price;
import pairdesk.engine.venue.MarketFeed;
import pairdesk.venues.kalshi.KalshiWire.BookRow;
import pairdesk.venues.kalshi.KalshiWire.Delta;

/**
 * The books of the watched markets, fed by the stream and by the polls. Safe for the threads that
 * feed it; the listener is told in the order of the changes, whose versions count up over all.
 */
final class KalshiBooks {
  private final MarketFeed.Listener listener;
  private final InstantSource clock;
  private final Map<String, KalshiWatched> watched = new HashMap<>();
  private long versions;

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
    wanted.forEach(
        (ticker, market) -> watched.put(ticker, new KalshiWatched(market, listener, now)));
    return new Change(Set.copyOf(wanted.keySet()), removed);
  }

  synchronized List<String> tickers() {
    return watched.keySet().stream().sorted().toList();
  }

  synchronized List<Market> markets() {
    return watched.values().stream().map(KalshiWatched::market).toList();
  }

  synchronized @Nullable Market market(String ticker) {
    KalshiWatched entry = watched.get(ticker);
    return entry == null ? null : entry.market();
  }

  synchronized void marketRead(Market market) {
    each(Set.of(market.id().code()), entry -> entry.read(market));
  }

  /** A snapshot of the stream: from here on its changes count. */
  synchronized void snapshot(BookRow row) {
    Instant now = clock.instant();
    each(Set.of(row.ticker()), entry -> entry.snapshot(row, ++versions, now));
  }

  /** A change of the stream; false when it does not fit the book, which is then in doubt. */
  boolean delta(Delta delta) {
    var change = new KalshiWatched.Change(delta.outcome(), delta.price().e4(), delta.changeE6());
    return change(delta.ticker(), change, delta.at());
  }

  /** The same, of a frame that was read without detours. */
  boolean delta(KalshiHotFrame frame) {
    var change = new KalshiWatched.Change(frame.outcome(), frame.priceE4(), frame.changeE6());
    return change(frame.ticker(), change, Instant.ofEpochMilli(frame.atMillis()));
  }

  private synchronized boolean change(String ticker, KalshiWatched.Change change, Instant at) {
    KalshiWatched entry = watched.get(ticker);
    if (entry == null || !entry.streams()) {
      return true;
    }
    Instant now = clock.instant();
    boolean fits = entry.change(change, at, ++versions, now);
    if (!fits) {
      entry.doubt("less than nothing would rest at " + Price.ofE4(change.priceE4()));
    }
    return fits;
  }

  /** The stream has lost its thread: no book of it may be trusted. */
  synchronized void doubtAll(String cause) {
    watched.values().forEach(entry -> entry.doubt(cause));
  }

  /** The version of each book now, to be given back with what a poll that starts now finds. */
  synchronized Map<String, Long> versions() {
    var now = new HashMap<String, Long>();
    watched.forEach((ticker, entry) -> now.put(ticker, entry.version()));
    return now;
  }

  /**
   * A book as polled. It says nothing when the stream has overtaken it meanwhile.
   *
   * @param version the book's version before the poll was sent
   * @param sentAt when the poll was sent: the book was this one at some moment after it
   * @return false when the stream's book has differed too often: it is then in doubt
   */
  synchronized boolean polled(BookRow row, long version, Instant sentAt) {
    KalshiWatched entry = watched.get(row.ticker());
    if (entry == null || entry.version() != version) {
      return true;
    }
    boolean agreed = entry.polled(row, ++versions, sentAt);
    if (!agreed) {
      entry.doubt("the poll shows another book");
    }
    return agreed;
  }

  /** The markets that do not stream and whose snapshot was not asked for since then. */
  synchronized Set<String> waiting(Duration limit) {
    Instant before = clock.instant().minus(limit);
    return those(entry -> entry.waitsSince(before));
  }

  /** Snapshots of these were asked for now. */
  synchronized void asked(Collection<String> tickers) {
    Instant now = clock.instant();
    each(tickers, entry -> entry.asked(now));
  }

  /** The stream does not bring these: until it connects again, polls are enough for them. */
  synchronized void pollOnly(Collection<String> tickers) {
    each(tickers, entry -> entry.asked(Instant.MAX));
  }

  /** The terms of these may have changed. */
  synchronized void termsInDoubt(Collection<String> tickers) {
    each(tickers, entry -> entry.termsInDoubt(true));
  }

  synchronized Set<String> termsInDoubt() {
    return those(KalshiWatched::termsInDoubt);
  }

  /** The terms of these have been read. */
  synchronized void termsTaken(Collection<String> tickers) {
    each(tickers, entry -> entry.termsInDoubt(false));
  }

  private void each(Collection<String> tickers, Consumer<KalshiWatched> action) {
    tickers.stream().map(watched::get).filter(Objects::nonNull).forEach(action);
  }

  private Set<String> those(Predicate<KalshiWatched> wanted) {
    return watched.entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
