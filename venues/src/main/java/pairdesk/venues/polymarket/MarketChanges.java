package pairdesk.venues.polymarket;

import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.money.PriceGrid;

/** A market after one of its terms changed. */
final class MarketChanges {
  private MarketChanges() {}

  static Market withTick(Market market, int tickE4) {
    Market.Terms terms = market.terms();
    return new Market(
        market.listing(),
        new Market.Terms(
            PriceGrid.uniform(tickE4),
            terms.lot(),
            terms.minimumSize(),
            terms.minimumMarketableBuy(),
            terms.fees()),
        market.life(),
        market.address());
  }

  static Market withStatus(Market market, MarketStatus status) {
    Market.Life life = market.life();
    return new Market(
        market.listing(),
        market.terms(),
        new Market.Life(status, life.open(), life.close(), life.resolves(), life.liquidity()),
        market.address());
  }
}
