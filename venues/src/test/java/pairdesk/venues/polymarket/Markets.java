package pairdesk.venues.polymarket;

import java.time.Instant;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;

/** A market for tests, in whole cents unless said otherwise. */
final class Markets {
  static final String CONDITION = "0x" + "ab".repeat(32);
  static final String YES = "1001";
  static final String NO = "1002";
  static final FeeSchedule SPORTS = new FeeSchedule.TakerCurve(Ratio.ofBps(500), 1);

  private Markets() {}

  static Market market() {
    return market(100, SPORTS);
  }

  static Market market(int tickE4, FeeSchedule fees) {
    MarketId id = MarketId.polymarket(CONDITION);
    return new Market(
        new Listing(
            id,
            "event",
            new Listing.Texts("Event", "Question?", "", "Rules."),
            new Listing.Names("", "Yes", "No", "", "question"),
            Listing.Strike.NONE,
            new Listing.Dates(null, null)),
        new Market.Terms(
            PriceGrid.uniform(tickE4),
            PolymarketAmounts.LOT,
            Quantity.ofShares(5),
            Usd.ofDollars(1),
            fees),
        new Market.Life(MarketStatus.OPEN, Instant.EPOCH, null, null, null),
        new Market.Address("", YES, NO, 0, false));
  }
}
