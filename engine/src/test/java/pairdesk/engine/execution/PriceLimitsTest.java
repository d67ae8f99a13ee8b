package pairdesk.engine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.engine.sample.SampleMarkets;

/** One leg that was planned at 0.40 at worst. */
class PriceLimitsTest {
  private static final Price PLANNED = Price.parse("0.40");

  private static Fill fill(Side side, String shares, String price, FillStatus status) {
    return new Fill(
        new Fill.Key("kalshi", side + price, "v"),
        null,
        MarketId.kalshi("KX").yes(),
        side,
        Quantity.parse(shares),
        Price.parse(price),
        Usd.ZERO,
        Fill.Liquidity.TAKER,
        status,
        SampleMarkets.NOW);
  }

  @ParameterizedTest
  @CsvSource({"0.40, true", "0.42, true", "0.421, false", "0.60, false"})
  void aPurchaseCostsAtMostFivePercentMoreThanPlanned(String price, boolean kept) {
    var cheap = fill(Side.BUY, "1000", "0.30", FillStatus.FINAL);
    var dear = fill(Side.BUY, "1", price, FillStatus.PROVISIONAL);
    assertEquals(kept, PriceLimits.areKept(PLANNED, List.of(cheap, dear)));
  }

  @ParameterizedTest
  @CsvSource({"0.38, true", "0.379, false"})
  void aSaleBringsNinetyFivePercentOfTheMeanCost(String price, boolean kept) {
    var bought =
        List.of(
            fill(Side.BUY, "50", "0.41", FillStatus.FINAL),
            fill(Side.BUY, "50", "0.39", FillStatus.FINAL),
            fill(Side.SELL, "10", price, FillStatus.FINAL));
    assertEquals(kept, PriceLimits.areKept(PLANNED, bought));
  }

  @Test
  void whatWasTakenBackDoesNotCount() {
    var dear = fill(Side.BUY, "1", "0.90", FillStatus.VOIDED);
    assertEquals(true, PriceLimits.areKept(PLANNED, List.of(dear)));
  }
}
