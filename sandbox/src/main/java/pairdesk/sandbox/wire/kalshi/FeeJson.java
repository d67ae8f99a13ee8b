package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import pairdesk.sandbox.exchange.FeeChange;
import pairdesk.sandbox.exchange.FeeTerms;

/** Fees in Kalshi's words. */
final class FeeJson {

  private FeeJson() {}

  /**
   * @param suffix of the two fields, {@code _override} where they replace the series' own
   */
  static ObjectNode put(ObjectNode node, FeeTerms terms, String suffix) {
    return switch (terms) {
      case FeeTerms.Kalshi(var maker, int multiplier) ->
          node.put("fee_type" + suffix, type(maker))
              .set("fee_multiplier" + suffix, DecimalNode.valueOf(decimal(multiplier)));
      case FeeTerms.Polymarket _ -> throw new IllegalArgumentException("not Kalshi's: " + terms);
    };
  }

  private static String type(FeeTerms.MakerFee maker) {
    return switch (maker) {
      case NONE -> "quadratic";
      case QUARTER -> "quadratic_with_maker_fees";
      case HALF -> "quadratic_with_combo_maker_fees";
    };
  }

  private static BigDecimal decimal(int multiplierE3) {
    BigDecimal exact = BigDecimal.valueOf(multiplierE3, 3);
    return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
  }

  static ObjectNode ofSeries(FeeChange change) {
    ObjectNode node = Replies.object().put("id", change.id()).put("series_ticker", change.ticker());
    return put(node, change.fees(), "").put("scheduled_ts", Fixed.time(change.at()));
  }

  static ObjectNode ofEvent(FeeChange change, String series) {
    ObjectNode node =
        Replies.object()
            .put("id", change.id())
            .put("event_ticker", change.ticker())
            .put("series_ticker", series);
    return put(node, change.fees(), "_override").put("scheduled_ts", Fixed.time(change.at()));
  }
}
