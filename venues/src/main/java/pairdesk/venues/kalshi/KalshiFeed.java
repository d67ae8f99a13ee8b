package pairdesk.venues.kalshi;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.MarketFeed;

/**
 * Live books of Kalshi: the stream, repaired when its numbers have a gap; and polls, which confirm
 * every book of the stream and stand in for it while it is down, or when there is no key for it.
 */
public final class KalshiFeed implements MarketFeed {
  private static final Duration FEES_EVERY = Duration.ofMinutes(10);

  private final KalshiRest rest;
  private final KalshiSettings.Timing timing;
  private final KalshiSocket.@Nullable Opener opener;
  private final KalshiFences fences;
  private final InstantSource clock;
  private @Nullable Running running;

  /** What runs once a listener is known. */
  private record Running(
      KalshiBooks books,
      @Nullable KalshiStream stream,
      KalshiPoller poller,
      KalshiChores announcements) {}

  /**
   * @param opener null without a key: then books are polled only
   */
  KalshiFeed(
      KalshiRest rest,
      KalshiSettings.Timing timing,
      KalshiSocket.@Nullable Opener opener,
      KalshiFences fences,
      InstantSource clock) {
    this.rest = rest;
    this.timing = timing;
    this.opener = opener;
    this.fences = fences;
    this.clock = clock;
  }

  @Override
  public VenueId venue() {
    return VenueId.KALSHI;
  }

  @Override
  public synchronized void start(Listener listener) {
    if (running != null) {
      throw new IllegalStateException("feed started twice");
    }
    var books = new KalshiBooks(listener, clock);
    var link = new KalshiLink(listener::venueChanged, clock);
    LongSupplier venueMillis = () -> clock.millis() + rest.clockOffset().toMillis();
    var fees = new KalshiFeeWatch(new KalshiFeeChanges(rest), clock);
    var parts = new KalshiPoller.Parts(books, link, fees);
    KalshiStream stream = opener == null ? null : new KalshiStream(opener, parts, venueMillis);
    var poller = new KalshiPoller(rest, parts, stream, timing.confirmEvery(), clock);
    var announcements =
        new KalshiChores(
            List.of(new KalshiChores.Chore("announced fees", FEES_EVERY, fees::read)), () -> {});
    running = new Running(books, stream, poller, announcements);
    if (stream == null) {
      link.stream("no key for the stream");
    } else {
      stream.start();
    }
    poller.start();
    announcements.start();
  }

  @Override
  public synchronized void watch(Collection<Market> markets) {
    Running now = running;
    if (now == null) {
      throw new IllegalStateException("watch before start");
    }
    fences.expect(markets);
    KalshiBooks.Change change = now.books().watch(markets);
    if (now.stream() != null) {
      now.stream().watch(change);
    }
    now.poller().hurry();
  }

  @Override
  public synchronized void confirm(Collection<MarketId> markets) {
    Running now = running;
    if (now == null) {
      throw new IllegalStateException("confirm before start");
    }
    now.poller().hurry();
  }

  @Override
  public synchronized void close() {
    Running now = running;
    if (now != null) {
      now.announcements().close();
      now.poller().close();
      if (now.stream() != null) {
        now.stream().close();
      }
    }
  }
}
