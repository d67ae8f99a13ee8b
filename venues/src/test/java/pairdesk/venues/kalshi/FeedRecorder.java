package pairdesk.venues.kalshi;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.venue.MarketFeed;
import pairdesk.engine.venue.VenueStatus;

/** Remembers what a feed told. */
final class FeedRecorder implements MarketFeed.Listener {
  final List<Book> books = new CopyOnWriteArrayList<>();
  final Map<Instrument, Book> latest = new ConcurrentHashMap<>();
  final List<String> stale = new CopyOnWriteArrayList<>();
  final List<Market> markets = new CopyOnWriteArrayList<>();
  final List<VenueStatus> statuses = new CopyOnWriteArrayList<>();

  @Override
  public void bookChanged(Book book) {
    books.add(book);
    latest.put(book.instrument(), book);
  }

  @Override
  public void bookStale(Instrument instrument, String cause) {
    stale.add(instrument + ": " + cause);
  }

  @Override
  public void marketChanged(Market market) {
    markets.add(market);
  }

  @Override
  public void venueChanged(VenueStatus status) {
    statuses.add(status);
  }

  /** Bids and asks as {@code 0.46x12|0.52x3}, best first; empty when there is no book yet. */
  String shown(Instrument instrument) {
    @Nullable Book book = latest.get(instrument);
    return book == null ? "" : side(book.bids().levels()) + "|" + side(book.asks().levels());
  }

  VenueStatus.@Nullable Health health() {
    return statuses.isEmpty() ? null : statuses.getLast().health();
  }

  private static String side(List<pairdesk.engine.book.Level> levels) {
    return String.join(
        " ", levels.stream().map(level -> level.price() + "x" + level.quantity()).toList());
  }
}
