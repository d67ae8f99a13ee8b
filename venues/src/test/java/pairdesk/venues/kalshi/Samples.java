package pairdesk.venues.kalshi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;

/** A market and orders of it. */
final class Samples {
  static final MarketId RAIN = MarketId.kalshi("RAIN-1");
  static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");

  private Samples() {}

  static Market market(MarketId id) {
    return new Market(
        new Listing(
            id,
            "RAIN",
            new Listing.Texts("Rain", "Will it rain?", "", "If it rains."),
            new Listing.Names("", "Yes", "No", "Climate", id.code()),
            Listing.Strike.NONE,
            new Listing.Dates(FAR, FAR)),
        new Market.Terms(
            PriceGrid.uniform(100),
            Quantity.ofE6(10_000),
            Quantity.ofE6(10_000),
            Usd.ZERO,
            new FeeSchedule.Quadratic(700, 0, 10_000)),
        new Market.Life(MarketStatus.OPEN, Instant.EPOCH, FAR, FAR, null),
        new Market.Address("", id.code(), id.code(), 2, false));
  }

  static OrderIntent intent(Instrument instrument, Side side, String limit, TimeInForce life) {
    return intent(instrument, terms(side, "10", limit, life), FAR);
  }

  static OrderIntent.Terms terms(Side side, String quantity, String limit, TimeInForce life) {
    return terms(side, quantity, limit, life, null);
  }

  static OrderIntent.Terms terms(
      Side side, String quantity, String limit, TimeInForce life, @Nullable Instant expiry) {
    return new OrderIntent.Terms(
        side, Quantity.parse(quantity), Price.parse(limit), life, false, expiry);
  }

  static OrderIntent intent(Instrument instrument, OrderIntent.Terms terms, Instant validUntil) {
    return new OrderIntent(
        new ClientOrderId("pd-1"),
        new OrderIntent.Origin(new ExecutionId("x1"), 0, 1, Purpose.ENTRY, null),
        instrument,
        terms,
        new Approval("v1", 1, Usd.ofDollars(10), validUntil));
  }

  static OrderRef ref(Instrument instrument, @Nullable String venueOrderId) {
    return new OrderRef(
        new ClientOrderId("pd-1"),
        instrument,
        "pd-1",
        venueOrderId,
        Instant.parse("2026-11-20T10:00:00Z"));
  }
}
