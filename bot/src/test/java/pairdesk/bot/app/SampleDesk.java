package pairdesk.bot.app;

import java.time.Instant;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;

/** A pair of markets and an order for one of them. */
final class SampleDesk {
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  static final MarketId KALSHI = MarketId.kalshi("KXRAIN");
  static final MarketId POLY = MarketId.polymarket("0xrain");

  private SampleDesk() {}

  static Market market(MarketId id, String rules) {
    return new Market(
        new Listing(
            id,
            "EVENT",
            new Listing.Texts("Rain", "Will it rain?", "", rules),
            new Listing.Names("", "Yes", "No", "Weather", id.code()),
            Listing.Strike.NONE,
            new Listing.Dates(null, null)),
        new Market.Terms(
            PriceGrid.uniform(100),
            Quantity.ofShares(1),
            Quantity.ofShares(1),
            Usd.ZERO,
            new FeeSchedule.Quadratic(700, 0, 10_000)),
        new Market.Life(MarketStatus.OPEN, null, null, null, null),
        new Market.Address("", id.code(), id.code(), 0, false));
  }

  static OrderIntent hedge() {
    return new OrderIntent(
        new ClientOrderId("A1"),
        new OrderIntent.Origin(new ExecutionId("e1"), 0, 0, Purpose.HEDGE, new PairId(1)),
        KALSHI.yes(),
        new OrderIntent.Terms(
            Side.BUY, Quantity.ofShares(50), Price.ofCents(40), TimeInForce.IOC, false, null),
        new Approval("v1", 1, Usd.ofDollars(21), NOW.plusSeconds(5)));
  }
}
