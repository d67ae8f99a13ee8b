package pairdesk.bot.halt;

import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.AccountReader;
import pairdesk.engine.venue.OrderGateway;

/** A venue on connections of our own: where orders are cancelled, and where it says what rests. */
public record Site(OrderGateway orders, AccountReader account) {
  VenueId venue() {
    return orders.venue();
  }
}
