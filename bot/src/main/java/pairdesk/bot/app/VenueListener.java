package pairdesk.bot.app;

import java.util.function.Consumer;
import pairdesk.engine.book.Book;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.venue.AccountFeed;
import pairdesk.engine.venue.MarketFeed;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.VenueStatus;

/**
 * What the venues' feeds report, as events for the engine.
 *
 * @param note told of a market's news before the engine is
 * @param links told of every word about a link
 * @param ticks told of every book that was handed on
 * @param paper shown every book and market that the engine is
 */
record VenueListener(
    Consumer<EngineEvent> inbox,
    Consumer<Market> note,
    Consumer<VenueStatus> links,
    Consumer<Book> ticks,
    PaperVenues paper)
    implements MarketFeed.Listener, AccountFeed.Listener {

  @Override
  public void bookChanged(Book book) {
    paper.bookChanged(book);
    inbox.accept(new EngineEvent.BookChanged(book));
    ticks.accept(book);
  }

  @Override
  public void bookStale(Instrument instrument, String cause) {
    paper.bookStale(instrument);
    inbox.accept(new EngineEvent.BookStale(instrument, cause));
  }

  @Override
  public void marketChanged(Market market) {
    note.accept(market);
    paper.marketChanged(market);
    inbox.accept(new EngineEvent.MarketListed(market));
  }

  @Override
  public void venueChanged(VenueStatus status) {
    links.accept(status);
    inbox.accept(new EngineEvent.VenueChanged(status));
  }

  @Override
  public void orderUpdated(OrderUpdate update) {
    inbox.accept(new EngineEvent.OrderUpdated(update));
  }

  @Override
  public void fillReported(Fill fill) {
    inbox.accept(new EngineEvent.FillReported(fill));
  }

  @Override
  public void readAgain(VenueId venue, String cause) {
    inbox.accept(new EngineEvent.AccountDoubtful(venue, cause));
  }
}
