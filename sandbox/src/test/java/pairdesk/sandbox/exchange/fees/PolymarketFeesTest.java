package pairdesk.sandbox.exchange.fees;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/** Documented examples and recorded fills of September 2026. */
class PolymarketFeesTest {

  @ParameterizedTest
  @CsvSource({
    "700, 100, 0.50, 1.75",
    "700, 100, 0.10, 0.63",
    "700, 100, 0.99, 0.0693",
    "400, 100, 0.40, 0.96",
    "500, 100, 0.30, 1.05",
    "700, 1.219511, 0.82, 0.01259",
    "500, 7.57, 0.65, 0.08610",
    "500, 5, 0.31, 0.05347",
    "500, 7.575758, 0.66, 0.08500",
    "0, 100, 0.50, 0",
  })
  void takerFeeIsCutToFiveDecimals(int rateE4, String shares, String price, String fee) {
    assertEquals(
        Usd.parse(fee), PolymarketFees.taker(rateE4, Price.parse(price), Quantity.parse(shares)));
  }
}
