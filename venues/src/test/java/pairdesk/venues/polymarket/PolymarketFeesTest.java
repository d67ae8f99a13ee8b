package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.venues.net.VenueException;

class PolymarketFeesTest {

  @Test
  void chargesTheExamplesOfTheFeePage() {
    assertEquals(Usd.parse("1.75"), fee("0.07", "100", "0.50"));
    assertEquals(Usd.parse("0.63"), fee("0.07", "100", "0.10"));
    assertEquals(Usd.parse("0.0693"), fee("0.07", "100", "0.99"));
    assertEquals(Usd.parse("0.01259"), fee("0.07", "1.219511", "0.82"));
    assertEquals(Usd.ZERO, fee("0.04", "0.001", "0.01"));
  }

  @Test
  void refusesToGuessAFee() {
    assertThrows(
        VenueException.class,
        () ->
            PolymarketFees.taker(
                new FeeSchedule.Unknown("makers too"), Quantity.ofShares(1), Price.ofCents(50)));
  }

  private static Usd fee(String rate, String shares, String price) {
    return PolymarketFees.taker(
        new FeeSchedule.TakerCurve(Ratio.parseFraction(rate), 1),
        Quantity.parse(shares),
        Price.parse(price));
  }
}
