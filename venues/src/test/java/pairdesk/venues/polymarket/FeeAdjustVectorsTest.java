package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.venues.polymarket.OfficialDoubles.FeeTerms;

/**
 * How far the official client cuts a purchase so that the fee, which comes on top, fits the
 * balance. We cut nothing, for an order is sized with its fee beforehand, but the fee is the same:
 * exact decimals, the client's doubles and the printed text agree to the last digit, and what we
 * reckon to be charged is the platform's fee floored to 0.00001 dollar, as the chain does.
 */
class FeeAdjustVectorsTest {
  private static final int CHARGED_DECIMALS = 5;

  @Test
  @Tag("fault:T13")
  void takesTheSameFeeOutOfABalance() {
    Vectors.checkAll("fee-adjust", FeeAdjustVectorsTest::check);
  }

  private static void check(JsonNode vector) {
    JsonNode input = vector.get("input");
    if (vector.get("expected").has("error")) {
      int margin = number(input, "feeSlippagePercent").intValueExact();
      assertTrue(margin > 100, "a margin that the client refuses");
      return;
    }
    String expected = vector.get("expected").get("adjustedAmount").textValue();
    assertEquals(expected, exactly(input).stripTrailingZeros().toPlainString());
    assertEquals(expected, OfficialDoubles.printed(inDoubles(input)).toPlainString());
    assertEquals(platformFee(input).setScale(CHARGED_DECIMALS, RoundingMode.FLOOR), charged(input));
  }

  private static BigDecimal exactly(JsonNode input) {
    BigDecimal amount = number(input, "amount");
    BigDecimal balance = number(input, "balance");
    BigDecimal margin = BigDecimal.ONE.add(number(input, "feeSlippagePercent").movePointLeft(2));
    BigDecimal builder = base(input).multiply(number(input, "builderTakerFeeRate"));
    BigDecimal fees = platformFee(input).multiply(margin).add(builder);
    return balance.compareTo(amount.add(fees)) <= 0
        ? balance.subtract(fees).max(BigDecimal.ZERO)
        : amount;
  }

  /** {@code base / p × rate × (p × (1 − p)) ^ n}, where the division cancels out. */
  private static BigDecimal platformFee(JsonNode input) {
    BigDecimal price = number(input, "price");
    int exponent = input.get("feeExponent").asInt();
    return base(input)
        .multiply(number(input, "feeRate"))
        .multiply(price.pow(exponent - 1))
        .multiply(BigDecimal.ONE.subtract(price).pow(exponent));
  }

  private static double inDoubles(JsonNode input) {
    return OfficialDoubles.cutForFees(
        number(input, "amount").doubleValue(),
        number(input, "price").doubleValue(),
        number(input, "balance").doubleValue(),
        new FeeTerms(
            number(input, "feeRate").doubleValue(),
            input.get("feeExponent").asInt(),
            number(input, "builderTakerFeeRate").doubleValue(),
            number(input, "feeSlippagePercent").doubleValue()));
  }

  /** Our fee of the shares that the dollars buy, a base unit of shares rounded up. */
  private static BigDecimal charged(JsonNode input) {
    BigDecimal shares = base(input).divide(number(input, "price"), MathContext.DECIMAL64);
    var schedule =
        new FeeSchedule.TakerCurve(
            Ratio.parseFraction(input.get("feeRate").textValue()),
            input.get("feeExponent").asInt());
    Quantity quantity = Quantity.parse(shares.setScale(6, RoundingMode.UP).toPlainString());
    Price price = Price.parse(input.get("price").textValue());
    long feeE6 = PolymarketFees.taker(schedule, quantity, price).e6();
    return BigDecimal.valueOf(feeE6, 6).setScale(CHARGED_DECIMALS);
  }

  private static BigDecimal base(JsonNode input) {
    return number(input, "amount").min(number(input, "balance"));
  }

  private static BigDecimal number(JsonNode from, String name) {
    return new BigDecimal(from.get(name).textValue());
  }
}
