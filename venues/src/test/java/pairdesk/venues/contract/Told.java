package pairdesk.venues.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.venue.AccountFeed;
import pairdesk.engine.venue.MarketFeed;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.VenueStatus;

/** Keeps what the feeds said. */
final class Told implements MarketFeed.Listener, AccountFeed.Listener {
  final List<Book> books = new CopyOnWriteArrayList<>();
  final List<Market> markets = new CopyOnWriteArrayList<>();
  final List<OrderUpdate> orders = new CopyOnWriteArrayList<>();
  final List<Fill> fills = new CopyOnWriteArrayList<>();
  final List<String> readings = new CopyOnWriteArrayList<>();
  final List<VenueStatus> statuses = new CopyOnWriteArrayList<>();
  final List<String> stale = new CopyOnWriteArrayList<>();

  @Override
  public void bookChanged(Book book) {
    books.add(book);
  }

  @Override
  public void bookStale(Instrument instrument, String cause) {
    stale.add(cause);
  }

  @Override
  public void marketChanged(Market market) {
    markets.add(market);
  }

  @Override
  public void orderUpdated(OrderUpdate update) {
    orders.add(update);
  }

  @Override
  public void fillReported(Fill fill) {
    fills.add(fill);
  }

  @Override
  public void readAgain(VenueId venue, String cause) {
    readings.add(cause);
  }

  @Override
  public void venueChanged(VenueStatus status) {
    statuses.add(status);
  }
}
