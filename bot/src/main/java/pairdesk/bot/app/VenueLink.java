package pairdesk.bot.app;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.AccountFeed;
import pairdesk.engine.venue.AccountReader;
import pairdesk.engine.venue.MarketCatalog;
import pairdesk.engine.venue.MarketFeed;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.Redeemer;

/**
 * One venue's side of every port.
 *
 * @param redeemer null where the venue pays by itself, or the desk is not set up to redeem
 * @param books reads books of both outcomes once; throws when the venue does not answer
 * @param closes ends its connections
 */
record VenueLink(
    MarketCatalog catalog,
    MarketFeed feed,
    OrderGateway orders,
    AccountReader account,
    AccountFeed accountFeed,
    @Nullable Redeemer redeemer,
    Function<Collection<Market>, List<Book>> books,
    Runnable closes) {
  VenueId id() {
    return orders.venue();
  }
}
