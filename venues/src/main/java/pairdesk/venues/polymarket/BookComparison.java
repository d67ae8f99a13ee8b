package pairdesk.venues.polymarket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.venues.net.VenueException;
import pairdesk.venues.polymarket.MarketBooks.Comparison;
import pairdesk.venues.polymarket.PolymarketFeed.Watched;
import pairdesk.venues.polymarket.PolymarketWire.WireBook;

/** Asks for the whole books of every watched token in turn, and at once when one is in doubt. */
final class BookComparison implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BookComparison.class);
  private static final int TOKENS_A_CALL = 100;

  /** The stream had this long to tell what a REST book already shows. */
  private static final Duration STREAM_LAG = Duration.ofSeconds(2);

  private static final int MOST_MISSES = 3;
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
  private static final Duration ASK_MARKET_AGAIN = Duration.ofSeconds(30);

  private final PolymarketRest rest;
  private final PolymarketCatalog catalog;
  private final PolymarketFeed feed;
  private final Duration every;
  private final InstantSource clock;
  private final Semaphore wake = new Semaphore(0);
  private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

  /** In a row, by connection; only the comparison's thread touches it and the next. */
  private final Map<PolymarketSocket, Integer> misses = new HashMap<>();

  private final Map<MarketBooks, Instant> askedMarket = new HashMap<>();

  BookComparison(
      PolymarketRest rest,
      PolymarketCatalog catalog,
      PolymarketFeed feed,
      Duration every,
      InstantSource clock) {
    this.rest = rest;
    this.catalog = catalog;
    this.feed = feed;
    this.every = every;
    this.clock = clock;
  }

  void start() {
    Thread started = Thread.ofVirtual().name("polymarket-books").unstarted(this::run);
    thread.set(started);
    started.start();
  }

  /** A book is in doubt, or a connection changed: compare now. */
  void soon() {
    wake.release();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        step();
        Thread.sleep(SHORTEST_PAUSE);
        if (wake.tryAcquire(every.minus(SHORTEST_PAUSE).toMillis(), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Compares every watched book once. */
  void step() {
    var behind = new HashSet<PolymarketSocket>();
    var told = new HashSet<PolymarketSocket>();
    List<Watched> all = feed.watched();
    askedMarket.keySet().retainAll(all.stream().map(Watched::books).toList());
    try {
      for (List<Watched> batch : batches(all)) {
        compare(batch, behind, told);
      }
      feed.report(true, "");
    } catch (VenueException e) {
      feed.report(false, String.valueOf(e.getMessage()));
    }
    told.removeAll(behind);
    told.forEach(misses::remove);
    behind.forEach(this::missed);
  }

  private static List<List<Watched>> batches(List<Watched> all) {
    var batches = new ArrayList<List<Watched>>();
    int marketsACall = TOKENS_A_CALL / 2;
    for (int from = 0; from < all.size(); from += marketsACall) {
      batches.add(all.subList(from, Math.min(from + marketsACall, all.size())));
    }
    return batches;
  }

  private void compare(
      List<Watched> batch, Set<PolymarketSocket> behind, Set<PolymarketSocket> told) {
    var byToken = new HashMap<String, Watched>();
    batch.forEach(w -> w.books().tokenIds().forEach(id -> byToken.put(id, w)));
    Instant asked = clock.instant();
    List<WireBook> books = BookCodec.books(rest.books(List.copyOf(byToken.keySet())));
    var answered = new HashSet<MarketBooks>();
    for (WireBook book : books) {
      Watched watched = byToken.get(book.tokenId());
      if (watched != null) {
        answered.add(watched.books());
        take(watched, book, asked, behind, told);
      }
    }
    batch.stream()
        .map(Watched::books)
        .filter(wanted -> !answered.contains(wanted))
        .forEach(this::missing);
  }

  private void take(
      Watched watched,
      WireBook book,
      Instant asked,
      Set<PolymarketSocket> behind,
      Set<PolymarketSocket> told) {
    Comparison comparison = watched.books().compared(book, asked);
    switch (comparison) {
      case AGREED -> told.add(watched.socket());
      case TOO_OLD -> soon();
      case ADOPTED -> {
        if (watched.socket().isOpen() && book.at().isBefore(asked.minus(STREAM_LAG))) {
          behind.add(watched.socket());
        }
      }
    }
  }

  /** The stream did not tell what the REST books show; three times in a row, and it is dead. */
  private void missed(PolymarketSocket socket) {
    if (misses.merge(socket, 1, Integer::sum) >= MOST_MISSES) {
      misses.remove(socket);
      LOG.atWarn().log("stream behind the books, connecting again");
      socket.reconnect("behind the REST books");
    }
  }

  /** No book: closed, resolved, or not there yet. The listing tells. */
  private void missing(MarketBooks books) {
    books.lost("the venue has no book");
    Instant now = clock.instant();
    Instant before = askedMarket.get(books);
    if (before == null || !now.isBefore(before.plus(ASK_MARKET_AGAIN))) {
      askedMarket.put(books, now);
      catalog.read(books.market().id()).ifPresent(books::update);
    }
  }

  @Override
  public void close() {
    Thread running = thread.get();
    if (running != null) {
      running.interrupt();
    }
  }
}
