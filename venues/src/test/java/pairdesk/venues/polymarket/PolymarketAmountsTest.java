package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Side;
import pairdesk.venues.polymarket.ClobOrder.Amounts;

class PolymarketAmountsTest {
  @RepeatedTest(20)
  @Tag("fault:R18")
  void neverPromisesMoreThanAskedForNorAWorsePrice() {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    Price limit = Price.ofE4(1 + random.nextInt(9_999));
    Quantity asked = Quantity.ofE6(10_000 + random.nextLong(5_000_000_000L));
    Amounts buy = PolymarketAmounts.shares(Side.BUY, limit, asked);
    Usd most = Usd.of(limit, Quantity.ofE6(buy.takerE6()), Rounding.DOWN);
    assertTrue(buy.takerE6() <= asked.e6(), () -> "seed " + seed);
    assertEquals(most.e6(), buy.makerE6(), () -> "seed " + seed);
    Amounts spend =
        PolymarketAmounts.dollars(
            limit, Usd.of(limit, asked, Rounding.DOWN).max(Usd.ofDollars(1)), 1);
    assertTrue(
        spend.takerE6() * limit.e4() <= spend.makerE6() * 10_000,
        () -> "misses offers at the limit, seed " + seed);
  }
}
