package pairdesk.bot.app;

import org.jspecify.annotations.Nullable;
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
 * @param closes ends its connections
 */
record VenueLink(
    MarketCatalog catalog,
    MarketFeed feed,
    OrderGateway orders,
    AccountReader account,
    AccountFeed accountFeed,
    @Nullable Redeemer redeemer,
    Runnable closes) {
  VenueId id() {
    return orders.venue();
  }
}
