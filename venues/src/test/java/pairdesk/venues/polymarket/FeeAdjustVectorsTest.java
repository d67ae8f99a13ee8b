package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;

/**
 * How far the official client cuts a purchase so that the fee, which comes on top, fits the
 * balance, computed with our fee. We cut nothing: an order is sized with its fee beforehand. The
 * client's fee is not floored to 0.00001 dollar, which the charged one is, so the cut may differ by
 * that.
 */
class FeeAdjustVectorsTest {
  private static final BigDecimal STEP = new BigDecimal("0.000011");

  @Test
  void takesTheSameFeeOutOfABalance() {
    Vectors.checkAll("fee-adjust", FeeAdjustVectorsTest::check);
  }

  private static void check(JsonNode vector) {
    JsonNode input = vector.get("input");
    BigDecimal slippage = number(input, "feeSlippagePercent");
    if (vector.get("expected").has("error")) {
      assertTrue(slippage.intValueExact() > 100, "a margin that the client refuses");
      return;
    }
    BigDecimal amount = number(input, "amount");
    BigDecimal balance = number(input, "balance");
    BigDecimal base = amount.min(balance);
    BigDecimal margin = BigDecimal.ONE.add(slippage.movePointLeft(2));
    BigDecimal builder = base.multiply(number(input, "builderTakerFeeRate"));
    BigDecimal fees = fee(input, base).multiply(margin).add(builder);
    BigDecimal cut =
        balance.compareTo(amount.add(fees)) <= 0
            ? balance.subtract(fees).max(BigDecimal.ZERO)
            : amount;
    BigDecimal expected = number(vector.get("expected"), "adjustedAmount");
    assertTrue(
        cut.subtract(expected).abs().compareTo(STEP) <= 0, () -> cut + " and not " + expected);
  }

  private static BigDecimal fee(JsonNode input, BigDecimal dollars) {
    Price price = Price.parse(input.get("price").textValue());
    BigDecimal shares = dollars.divide(number(input, "price"), MathContext.DECIMAL64);
    var schedule =
        new FeeSchedule.TakerCurve(
            Ratio.parseFraction(input.get("feeRate").textValue()),
            input.get("feeExponent").asInt());
    Quantity quantity = Quantity.parse(shares.setScale(6, RoundingMode.UP).toPlainString());
    return BigDecimal.valueOf(PolymarketFees.taker(schedule, quantity, price).e6(), 6);
  }

  private static BigDecimal number(JsonNode from, String name) {
    return new BigDecimal(from.get(name).textValue());
  }
}
