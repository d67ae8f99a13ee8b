package pairdesk.venues.polymarket;

import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.money.Price;
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

  /** The market has its answer: this token pays a dollar; an unknown one says nothing of it. */
  static Market resolved(Market market, String winningTokenId) {
    Market.Life life = market.life();
    @Nullable Price yesPays = null;
    if (winningTokenId.equals(market.address().yesCode())) {
      yesPays = Price.ONE;
    } else if (winningTokenId.equals(market.address().noCode())) {
      yesPays = Price.ZERO;
    }
    return new Market(
        market.listing(),
        market.terms(),
        new Market.Life(
            MarketStatus.SETTLED,
            life.open(),
            life.close(),
            life.resolves(),
            life.liquidity(),
            yesPays),
        market.address());
  }
}
