package pairdesk.bot.app;

import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.AccountFeed;
import pairdesk.engine.venue.AccountReader;
import pairdesk.engine.venue.MarketCatalog;
import pairdesk.engine.venue.MarketFeed;
import pairdesk.engine.venue.OrderGateway;

/**
 * One venue's side of every port.
 *
 * @param closes ends its connections
 */
record VenueLink(
    MarketCatalog catalog,
    MarketFeed feed,
    OrderGateway orders,
    AccountReader account,
    AccountFeed accountFeed,
    Runnable closes) {
  VenueId id() {
    return orders.venue();
  }
}
