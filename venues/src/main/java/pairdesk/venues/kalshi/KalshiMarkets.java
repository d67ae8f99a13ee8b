package pairdesk.venues.kalshi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.venues.net.Fields;

/**
 * From Kalshi's market and event objects to ours. The event group stays empty: Kalshi promises that
 * at most one market of an exclusive event resolves YES, not that exactly one does.
 */
final class KalshiMarkets {
  private static final Quantity LOT = Quantity.ofE6(10_000);

  private KalshiMarkets() {}

  static Market market(Fields event, Fields market, FeeSchedule fees) {
    if (!market.text("market_type").equals("binary")) {
      throw market.bad("market_type", "want binary");
    }
    String ticker = market.text("ticker");
    return new Market(
        listing(event, market),
        new Market.Terms(grid(market), LOT, LOT, Usd.ZERO, fees),
        life(market),
        new Market.Address("", ticker, ticker, shard(event, market), false));
  }

  /** The market with its grid and life as this newer object has them. */
  static Market refreshed(Market known, Fields market) {
    Market.Terms terms = known.terms();
    return new Market(
        known.listing(),
        new Market.Terms(
            grid(market),
            terms.lot(),
            terms.minimumSize(),
            terms.minimumMarketableBuy(),
            terms.fees()),
        life(market),
        known.address());
  }

  private static Listing listing(Fields event, Fields market) {
    String title = market.textOrEmpty("title");
    String subtitle = event.textOrEmpty("sub_title");
    String rules = market.text("rules_primary") + "\n" + market.text("rules_secondary");
    var texts =
        new Listing.Texts(
            event.text("title"),
            title.isEmpty() ? event.text("title") : title,
            subtitle.isEmpty() ? market.textOrEmpty("subtitle") : subtitle,
            rules.strip());
    var names =
        new Listing.Names(
            market.text("yes_sub_title"),
            market.text("yes_sub_title"),
            market.text("no_sub_title"),
            event.textOrEmpty("category"),
            market.text("ticker"));
    return new Listing(
        MarketId.kalshi(market.text("ticker")),
        event.text("event_ticker"),
        texts,
        names,
        strike(market),
        new Listing.Dates(market.instant("close_time"), resolves(market)));
  }

  private static Listing.Strike strike(Fields market) {
    return new Listing.Strike(
        market.textOrEmpty("strike_type"),
        market.decimalOrEmpty("floor_strike"),
        market.decimalOrEmpty("cap_strike"));
  }

  /** The liquidity that Kalshi states is always zero, so there is none. */
  private static Market.Life life(Fields market) {
    return new Market.Life(
        status(market),
        market.instant("open_time"),
        market.instant("close_time"),
        resolves(market),
        null,
        yesPays(market));
  }

  /** Before the market is final its answer may still be disputed. */
  private static @Nullable Price yesPays(Fields market) {
    if (status(market) != MarketStatus.SETTLED) {
      return null;
    }
    if (market.has("settlement_value_dollars")) {
      return market.price("settlement_value_dollars");
    }
    return switch (market.textOrEmpty("result")) {
      case "yes" -> Price.ONE;
      case "no" -> Price.ZERO;
      default -> null;
    };
  }

  private static @Nullable Instant resolves(Fields market) {
    return market
        .instantIfAny("expected_expiration_time")
        .or(() -> market.instantIfAny("latest_expiration_time"))
        .orElse(null);
  }

  private static MarketStatus status(Fields market) {
    return switch (market.text("status")) {
      case "initialized" -> MarketStatus.UPCOMING;
      case "active" -> MarketStatus.OPEN;
      case "inactive" -> MarketStatus.PAUSED;
      case "closed", "determined", "disputed", "amended" -> MarketStatus.CLOSED;
      case "finalized" -> MarketStatus.SETTLED;
      default -> throw market.bad("status", "want a known status");
    };
  }

  static PriceGrid grid(Fields market) {
    List<PriceGrid.Band> bands =
        market.list("price_ranges").stream().map(KalshiMarkets::band).toList();
    if (bands.isEmpty()) {
      throw market.bad("price_ranges", "want at least one band");
    }
    return new PriceGrid(bands);
  }

  private static PriceGrid.Band band(Fields range) {
    int step = range.exact("step", text -> Math.toIntExact(Decimals.parse(text, 4)));
    try {
      return new PriceGrid.Band(range.price("start"), range.price("end"), step);
    } catch (IllegalArgumentException e) {
      throw range.bad("step", "want a rising band");
    }
  }

  /** An exchange from before the shards says nothing: then there is only the first. */
  private static int shard(Fields event, Fields market) {
    Fields from = market.has("exchange_index") ? market : event;
    return from.has("exchange_index") ? from.whole("exchange_index", Math::toIntExact) : 0;
  }
}
