package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;

class FeeFillsVectorsTest {
  @Test
  @Tag("fault:M4")
  void chargesWhatWasChargedOnPolygon() {
    Vectors.checkAll("fee-fills", FeeFillsVectorsTest::check);
  }

  private static void check(JsonNode vector) {
    JsonNode input = vector.get("input");
    var schedule =
        new FeeSchedule.TakerCurve(
            Ratio.parseFraction(input.get("feeRate").textValue()), input.get("exponent").asInt());
    Quantity shares = Quantity.parse(input.get("shares").textValue());
    Price price = Price.parse(input.get("price").textValue());
    assertEquals(
        vector.get("expected").get("unroundedFeeUsd").textValue(),
        unrounded(input).toPlainString());
    assertEquals(
        vector.get("expected").get("fee").asLong(),
        PolymarketFees.taker(schedule, shares, price).e6());
  }

  private static BigDecimal unrounded(JsonNode input) {
    BigDecimal price = new BigDecimal(input.get("price").textValue());
    BigDecimal odds = price.multiply(BigDecimal.ONE.subtract(price));
    return new BigDecimal(input.get("shares").textValue())
        .multiply(new BigDecimal(input.get("feeRate").textValue()))
        .multiply(odds.pow(input.get("exponent").asInt()));
  }
}
