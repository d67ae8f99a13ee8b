package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;

/** Candlesticks in Kalshi's form: of a price only what there was. */
final class CandleJson {

  private CandleJson() {}

  /**
   * @param previous the last price before it, null where nothing was traded
   */
  static ObjectNode of(long end, Candle candle, @Nullable Price previous) {
    ObjectNode node = Replies.object().put("end_period_ts", end);
    node.set("yes_bid", extent(candle.bid()));
    node.set("yes_ask", extent(candle.ask()));
    Candle.Dealt dealt = candle.dealt();
    node.set("price", price(dealt, previous));
    return node.put("volume_fp", Fixed.count(dealt == null ? Quantity.ZERO : dealt.volume()))
        .put("open_interest_fp", Fixed.count(candle.openInterest()));
  }

  private static ObjectNode price(Candle.@Nullable Dealt dealt, @Nullable Price previous) {
    ObjectNode node = dealt == null ? Replies.object() : extent(dealt.price());
    if (dealt != null) {
      node.put("mean_dollars", dealt.mean().toPlainString());
      node.put("min_dollars", Fixed.price(dealt.price().low()));
      node.put("max_dollars", Fixed.price(dealt.price().high()));
    }
    if (previous != null) {
      node.put("previous_dollars", Fixed.price(previous));
    }
    return node;
  }

  private static ObjectNode extent(Extent extent) {
    return Replies.object()
        .put("open_dollars", Fixed.price(extent.open()))
        .put("low_dollars", Fixed.price(extent.low()))
        .put("high_dollars", Fixed.price(extent.high()))
        .put("close_dollars", Fixed.price(extent.close()));
  }
}
