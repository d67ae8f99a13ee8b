package pairdesk.sandbox.catalogue;

import java.time.Duration;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.exchange.FeeTerms;
import pairdesk.sandbox.exchange.MarketSpec;

/** What the exchange needs to know of a listing. */
public final class ListingSpecs {
  private static final Quantity HUNDREDTH = Quantity.ofE6(10_000);

  private ListingSpecs() {}

  public static MarketSpec of(KalshiListing listing, Duration settlementTimer) {
    return new MarketSpec(
        listing.id(),
        listing.grid().prices(),
        HUNDREDTH,
        listing.event().series().fees(),
        listing.event().shard(),
        new MarketSpec.Life(listing.times().open(), listing.times().close(), settlementTimer));
  }

  /** Polymarket's lot is a hundredth for what rests; matches go down to the on-chain unit. */
  public static MarketSpec of(PolymarketListing listing, Duration settlementTimer) {
    return new MarketSpec(
        listing.id(),
        listing.trading().prices(),
        Quantity.ofE6(1),
        new FeeTerms.Polymarket(listing.trading().feeRateE4()),
        0,
        new MarketSpec.Life(listing.times().start(), listing.times().end(), settlementTimer));
  }
}
