package pairdesk.venues.kalshi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.market.Market;
import pairdesk.venues.kalshi.KalshiWire.BookRow;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.Slices;
import pairdesk.venues.net.VenueException;

/**
 * Reads all watched books at a steady pace, and the terms of markets when they are in doubt and
 * once a minute. Works alone when there is no stream.
 */
final class KalshiPoller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KalshiPoller.class);
  private static final int BATCH = 100;
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
  private static final Duration TERMS_EVERY = Duration.ofSeconds(60);

  private final KalshiRest rest;
  private final KalshiBooks books;
  private final KalshiLink link;
  private final KalshiFeeWatch fees;
  private final @Nullable KalshiStream stream;
  private final KalshiCatalog catalog;
  private final InstantSource clock;
  private final Semaphore hurry = new Semaphore(0);
  private final Duration pause;
  private Instant termsRead = Instant.MIN;
  private @Nullable Thread thread;

  /** What a poller works with. */
  record Parts(KalshiBooks books, KalshiLink link, KalshiFeeWatch fees) {}

  /**
   * @param stream null without a key
   */
  KalshiPoller(
      KalshiRest rest,
      Parts parts,
      @Nullable KalshiStream stream,
      Duration pause,
      InstantSource clock) {
    this.rest = rest;
    this.catalog = new KalshiCatalog(rest);
    this.books = parts.books();
    this.link = parts.link();
    this.fees = parts.fees();
    this.stream = stream;
    this.pause = pause;
    this.clock = clock;
  }

  synchronized void start() {
    thread = Thread.ofVirtual().name("kalshi-poll").start(this::run);
  }

  /** Reads at once instead of at the next turn. */
  void hurry() {
    hurry.release();
  }

  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Duration left = afterStep();
        Duration least = left.compareTo(SHORTEST_PAUSE) < 0 ? left : SHORTEST_PAUSE;
        Thread.sleep(least);
        left = left.minus(least);
        if (hurry.tryAcquire(left.toNanos(), TimeUnit.NANOSECONDS)) {
          hurry.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("polling ended");
    } finally {
      link.polls("polling ended");
    }
  }

  /** One turn, and what it leaves of the pause; all of it when the clock was set back meanwhile. */
  private Duration afterStep() {
    Instant began = clock.instant();
    step();
    Duration taken = Duration.between(began, clock.instant());
    if (taken.isNegative()) {
      return pause;
    }
    return taken.compareTo(pause) < 0 ? pause.minus(taken) : Duration.ZERO;
  }

  /** One turn. */
  void step() {
    var disagreed = new HashSet<String>();
    try {
      for (List<String> batch : Slices.of(books.tickers(), BATCH)) {
        disagreed.addAll(pollBooks(batch));
      }
      refreshTerms();
      refreshFees();
      link.polls("");
    } catch (VenueException e) {
      link.polls(String.valueOf(e.getMessage()));
    }
    if (stream != null) {
      stream.repair(disagreed);
    }
  }

  private Set<String> pollBooks(List<String> tickers) {
    Map<String, Long> versions = books.versions();
    Instant sentAt = clock.instant();
    String query =
        tickers.stream()
            .map(ticker -> "tickers=" + KalshiRest.encoded(ticker))
            .collect(Collectors.joining("&"));
    var disagreed = new HashSet<String>();
    for (Fields entry : rest.read("/markets/orderbooks?" + query).list("orderbooks")) {
      BookRow row = KalshiCodec.polledBook(entry);
      Long version = versions.get(row.ticker());
      if (version != null && !books.polled(row, version, sentAt)) {
        disagreed.add(row.ticker());
      }
    }
    return disagreed;
  }

  private void refreshTerms() {
    Instant now = clock.instant();
    if (termsRead.isBefore(now.minus(TERMS_EVERY))) {
      books.termsTaken(Set.copyOf(books.tickers()));
      for (List<String> batch : Slices.of(books.tickers(), BATCH)) {
        String csv = batch.stream().map(KalshiRest::encoded).collect(Collectors.joining(","));
        rest.pages(
            "/markets?limit=1000&tickers=" + csv,
            page -> page.list("markets").forEach(this::refresh));
      }
      termsRead = now;
    }
    for (String ticker : books.termsInDoubt()) {
      readAgain(ticker);
    }
  }

  /** Takes the doubt before the reading: another that comes meanwhile stays. */
  private void readAgain(String ticker) {
    books.termsTaken(Set.of(ticker));
    try {
      rest.find("/markets/" + KalshiRest.encoded(ticker))
          .ifPresent(answer -> refresh(answer.object("market")));
    } catch (VenueException e) {
      books.termsInDoubt(Set.of(ticker));
      throw e;
    }
  }

  private void refreshFees() {
    for (Market market : fees.due(books.markets())) {
      catalog.read(market.id()).ifPresent(books::marketRead);
    }
  }

  private void refresh(Fields market) {
    Market known = books.market(market.text("ticker"));
    if (known != null) {
      books.marketRead(KalshiMarkets.refreshed(known, market));
    }
  }
}
