package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import pairdesk.sandbox.catalogue.KalshiEvent;
import pairdesk.sandbox.catalogue.KalshiSeries;

/** Events and series in Kalshi's form. */
final class EventJson {

  private EventJson() {}

  static ObjectNode event(KalshiEvent event, Instant updated) {
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
    return node;
  }

  static ObjectNode series(KalshiSeries series, int shard, Instant updated) {
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
    node.put("fee_type", feeType(series));
    node.set("fee_multiplier", DecimalNode.valueOf(multiplier(series)));
    node.set("additional_prohibitions", Replies.array());
    node.put("last_updated_ts", Fixed.time(updated));
    node.put("exchange_index", shard);
    return node;
  }

  private static String feeType(KalshiSeries series) {
    return switch (series.fees().maker()) {
      case NONE -> "quadratic";
      case QUARTER -> "quadratic_with_maker_fees";
      case HALF -> "quadratic_with_combo_maker_fees";
    };
  }

  private static BigDecimal multiplier(KalshiSeries series) {
    BigDecimal exact = BigDecimal.valueOf(series.fees().multiplierE3(), 3);
    return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
  }

  private static ArrayNode sources() {
    return Replies.array()
        .add(Replies.object().put("name", "The sandbox").put("url", "http://127.0.0.1/"));
  }
}
