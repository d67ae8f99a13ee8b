package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pairdesk.sandbox.catalogue.KalshiEvent;
import pairdesk.sandbox.catalogue.KalshiListing;
import pairdesk.sandbox.catalogue.KalshiSeries;
import pairdesk.sandbox.exchange.FeeTerms;

/** Events and series in Kalshi's form. */
final class EventJson {

  private EventJson() {}

  static ObjectNode event(KalshiEvent event, Optional<FeeTerms> override, Instant updated) {
    ObjectNode node = Replies.object();
    node.put("event_ticker", event.ticker());
    node.put("series_ticker", event.series().ticker());
    node.put("title", event.title());
    node.put("sub_title", event.subTitle());
    node.put("category", event.series().category());
    node.put("collateral_return_type", event.mutuallyExclusive() ? "MECNET" : "");
    node.put("mutually_exclusive", event.mutuallyExclusive());
    node.put("strike_period", "");
    node.put("exchange_index", event.shard());
    node.put("last_updated_ts", Fixed.time(updated));
    node.set("product_metadata", Replies.object());
    node.set("settlement_sources", sources());
    override.ifPresent(terms -> FeeJson.put(node, terms, "_override"));
    return node;
  }

  static ObjectNode metadata(List<KalshiListing> markets) {
    ObjectNode node = Replies.object().put("image_url", "");
    ArrayNode details = Replies.array();
    for (KalshiListing market : markets) {
      details.add(
          Replies.object()
              .put("market_ticker", market.ticker())
              .put("image_url", "")
              .put("color_code", ""));
    }
    node.set("market_details", details);
    return node.set("settlement_sources", sources());
  }

  static ObjectNode series(KalshiSeries series, FeeTerms fees, int shard, Instant updated) {
    ObjectNode node = Replies.object();
    node.put("ticker", series.ticker());
    node.put("title", series.title());
    node.put("category", series.category());
    node.set("categories", Replies.array().add(series.category()));
    node.put("frequency", series.frequency());
    ArrayNode tags = Replies.array();
    series.tags().forEach(tags::add);
    node.set("tags", tags);
    node.set("settlement_sources", sources());
    node.put("contract_url", "");
    node.put("contract_terms_url", "");
    FeeJson.put(node, fees, "");
    node.set("additional_prohibitions", Replies.array());
    node.put("last_updated_ts", Fixed.time(updated));
    node.put("exchange_index", shard);
    return node;
  }

  private static ArrayNode sources() {
    return Replies.array()
        .add(Replies.object().put("name", "The sandbox").put("url", "http://127.0.0.1/"));
  }
}
