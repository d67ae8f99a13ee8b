package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import pairdesk.engine.money.Price;
import pairdesk.sandbox.catalogue.KalshiListing;
import pairdesk.sandbox.exchange.ExchangeEvent.MarketChanged;
import pairdesk.sandbox.exchange.MarketState;

/** What the lifecycle channel says of a market. */
final class Lifecycle {

  private Lifecycle() {}

  /** Opening and closing are driven by time and not told. */
  static Optional<ObjectNode> message(MarketChanged changed, Optional<KalshiListing> listing) {
    MarketState market = changed.market();
    String ticker = market.spec().id().code();
    return switch (changed.change()) {
      case OPENED, CLOSED, DISPUTED, FEES_CHANGED -> Optional.empty();
      case LISTED -> listing.map(Lifecycle::created);
      case PAUSED -> Optional.of(event(ticker, "deactivated"));
      case RESUMED -> Optional.of(event(ticker, "activated"));
      case GRID_CHANGED -> {
        ObjectNode node = event(ticker, "price_level_structure_updated");
        node.set("price_ranges", MarketJson.ranges(market.grid()));
        yield Optional.of(node);
      }
      case CLOSE_CHANGED ->
          Optional.of(
              event(ticker, "close_date_updated").put("close_ts", market.close().getEpochSecond()));
      case DETERMINED, AMENDED -> Optional.of(determined(changed));
      case SETTLED ->
          Optional.of(event(ticker, "settled").put("settled_ts", changed.at().getEpochSecond()));
    };
  }

  private static ObjectNode event(String ticker, String type) {
    return Replies.object().put("market_ticker", ticker).put("event_type", type);
  }

  private static ObjectNode determined(MarketChanged changed) {
    MarketState market = changed.market();
    ObjectNode node =
        event(market.spec().id().code(), "determined")
            .put("determination_ts", changed.at().getEpochSecond());
    Price value = market.value();
    if (value != null) {
      node.put("result", MarketJson.result(value)).put("settlement_value", Fixed.price(value));
    }
    return node;
  }

  private static ObjectNode created(KalshiListing listing) {
    ObjectNode node = event(listing.ticker(), "created");
    node.put("open_ts", listing.times().open().getEpochSecond());
    node.put("close_ts", listing.times().close().getEpochSecond());
    node.put("exchange_index", listing.event().shard());
    node.put("price_level_structure", listing.grid().label());
    node.set("price_ranges", MarketJson.ranges(listing.grid().prices()));
    node.set(
        "additional_metadata",
        Replies.object()
            .put("name", listing.texts().yesSubTitle())
            .put("title", listing.texts().title())
            .put("yes_sub_title", listing.texts().yesSubTitle())
            .put("no_sub_title", listing.texts().noSubTitle())
            .put("rules_primary", listing.texts().rulesPrimary())
            .put("rules_secondary", listing.texts().rulesSecondary())
            .put("event_ticker", listing.event().ticker()));
    return node;
  }
}
