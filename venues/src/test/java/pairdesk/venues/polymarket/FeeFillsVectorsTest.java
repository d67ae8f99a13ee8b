package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;

class FeeFillsVectorsTest {
  @Test
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
        vector.get("expected").get("fee").asLong(),
        PolymarketFees.taker(schedule, shares, price).e6());
  }
}
