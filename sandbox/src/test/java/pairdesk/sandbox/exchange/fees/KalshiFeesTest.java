package pairdesk.sandbox.exchange.fees;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/** The published examples and the recorded fills of 2026. */
class KalshiFeesTest {
  private static final KalshiFees FOUR_DECIMALS = KalshiFees.DIRECT;
  private static final KalshiFees SIX_DECIMALS = new KalshiFees(1, 100);
  private static final KalshiFees NOT_DIRECT = new KalshiFees(100, 10_000);

  @ParameterizedTest
  @CsvSource({
    "100, 0.50, 1.7500, 1.7500, 1.75",
    "100, 0.25, 1.3125, 1.3125, 1.32",
    "100, 0.10, 0.6300, 0.6300, 0.63",
    "100, 0.90, 0.6300, 0.6300, 0.63",
    "100, 0.01, 0.0693, 0.0693, 0.07",
    "100, 0.99, 0.0693, 0.0693, 0.07",
    "1, 0.52, 0.0175, 0.0175, 0.02",
    "1, 0.99, 0.0007, 0.0007, 0.01",
    "10, 0.056, 0.0371, 0.0371, 0.040",
    "10, 0.13, 0.0792, 0.0792, 0.08",
    "227.27, 0.001, 0.015930, 0.015930, 0.022730",
    "28.32, 0.033, 0.063340, 0.063340, 0.065440",
    "71.94, 0.013, 0.064780, 0.064680, 0.064780",
  })
  void takerFeesOfOneFill(String count, String price, String four, String six, String others) {
    assertEquals(Usd.parse(four), net(FOUR_DECIMALS, 700, 1_000, count, price));
    assertEquals(Usd.parse(six), net(SIX_DECIMALS, 700, 1_000, count, price));
    assertEquals(Usd.parse(others), net(NOT_DIRECT, 700, 1_000, count, price));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.52, 0.0088", "10, 0.27, 0.0690"})
  void halfMultiplier(String count, String price, String fee) {
    assertEquals(Usd.parse(fee), net(FOUR_DECIMALS, 700, 500, count, price));
  }

  @Test
  void makersOfASeriesWithMakerFeesPayAQuarter() {
    assertEquals(Usd.parse("0.4375"), net(FOUR_DECIMALS, 175, 1_000, "100", "0.50"));
    assertEquals(Usd.parse("0.44"), net(NOT_DIRECT, 175, 1_000, "100", "0.50"));
  }

  @Test
  @Tag("fault:M5")
  void aCentOfGatheredRoundingIsPaidBack() {
    Usd tradeFee = Usd.parse("0.0084");
    Usd revenue = Usd.parse("-0.055");
    var first = NOT_DIRECT.charge(tradeFee, revenue, Usd.ZERO);
    var second = NOT_DIRECT.charge(tradeFee, revenue, first.gathered());
    var third = NOT_DIRECT.charge(tradeFee, revenue, second.gathered());
    assertEquals(Usd.parse("0.0150"), first.net());
    assertEquals(Usd.parse("0.0050"), second.net());
    assertEquals(Usd.parse("0.0150"), third.net());
  }

  private static Usd net(
      KalshiFees fees, int coefficient, int multiplier, String count, String price) {
    Quantity quantity = Quantity.parse(count);
    Price paid = Price.parse(price);
    Usd tradeFee = fees.tradeFee(coefficient, multiplier, paid, quantity);
    Usd revenue = Usd.of(paid, quantity, Rounding.UP).negated();
    return fees.charge(tradeFee, revenue, Usd.ZERO).net();
  }
}
