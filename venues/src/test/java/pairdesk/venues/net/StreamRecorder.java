package pairdesk.venues.net;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.venue.AccountFeed;
import pairdesk.engine.venue.MarketFeed;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;

/** Remembers what the streams of a venue told, in their order, to be waited for. */
public final class StreamRecorder implements MarketFeed.Listener, AccountFeed.Listener {
  public final BlockingDeque<Book> books = new LinkedBlockingDeque<>();
  public final BlockingDeque<String> stale = new LinkedBlockingDeque<>();
  public final BlockingDeque<Market> markets = new LinkedBlockingDeque<>();
  public final BlockingDeque<VenueStatus> statuses = new LinkedBlockingDeque<>();
  public final BlockingDeque<OrderUpdate> orders = new LinkedBlockingDeque<>();
  public final BlockingDeque<Fill> fills = new LinkedBlockingDeque<>();
  public final BlockingDeque<String> readAgain = new LinkedBlockingDeque<>();

  /**
   * Waits for the next one of the kind; what came before it is forgotten.
   *
   * @param meanwhile done between two looks, for example to let a made clock go on
   */
  public static <T> T await(BlockingDeque<T> told, Predicate<T> wanted, Runnable meanwhile) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    try {
      while (System.nanoTime() < end) {
        meanwhile.run();
        T next = told.poll(20, TimeUnit.MILLISECONDS);
        if (next != null && wanted.test(next)) {
          return next;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError("nothing of the kind in 15 s");
  }

  /** The latest health of this part; DISABLED while nothing was told. */
  public Health health(Part part) {
    return statuses.stream()
        .filter(status -> status.part() == part)
        .map(VenueStatus::health)
        .reduce(Health.DISABLED, (_, next) -> next);
  }

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
  public void venueChanged(VenueStatus status) {
    statuses.add(status);
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
    readAgain.add(cause);
  }
}
