package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Side;
import pairdesk.venues.polymarket.ClobOrder.Amounts;

class PolymarketAmountsTest {
  /**
   * The package that made the vectors computes in doubles: a very large size and a tiny price come
   * out one base unit below the exact amounts, which we send.
   */
  @Test
  void computesTheAmountsOfEveryVector() {
    var differences = new TreeMap<String, Long>();
    for (JsonNode vector : SharedFiles.vectors("order-amounts")) {
      JsonNode expected = vector.get("expected");
      if (expected.get("takerAmount").asLong() == 0 || expected.get("makerAmount").asLong() == 0) {
        assertThrows(IllegalArgumentException.class, () -> amounts(vector.get("input")));
        continue;
      }
      Amounts amounts = amounts(vector.get("input"));
      long off =
          amounts.makerE6()
              - expected.get("makerAmount").asLong()
              + amounts.takerE6()
              - expected.get("takerAmount").asLong();
      if (off != 0) {
        differences.put(vector.get("id").textValue(), off);
      }
    }
    assertEquals(Map.of("am-296", 1L, "am-538", 1L), differences);
  }

  private static Amounts amounts(JsonNode input) {
    boolean limit = "limit".equals(input.get("orderKind").textValue());
    String tick = input.get("tickSize").textValue();
    Side side = Side.valueOf(input.get("side").textValue());
    Price price =
        Price.parse(
            new BigDecimal(input.get("price").textValue())
                .setScale(
                    new BigDecimal(tick).scale(), limit ? RoundingMode.HALF_UP : RoundingMode.DOWN)
                .toPlainString());
    String amount = cut(input.get(limit ? "size" : "amount").textValue());
    return limit || side == Side.SELL
        ? PolymarketAmounts.shares(side, price, Quantity.parse(amount))
        : PolymarketAmounts.dollars(price, Usd.parse(amount), Price.parse(tick).e4());
  }

  private static String cut(String decimal) {
    return new BigDecimal(decimal).setScale(6, RoundingMode.DOWN).toPlainString();
  }

  @RepeatedTest(20)
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
