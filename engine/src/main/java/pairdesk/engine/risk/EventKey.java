package pairdesk.engine.risk;

import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.strategy.MarketView;

/**
 * The event that a market belongs to, on its venue.
 *
 * @param code the venue's, or the market's own where no event is known: then it is one of its own
 */
public record EventKey(VenueId venue, String code) {

  public static EventKey of(MarketId id, MarketView markets) {
    String code = markets.market(id).map(market -> market.listing().eventCode()).orElse("");
    return new EventKey(id.venue(), code.isEmpty() ? id.code() : code);
  }
}
