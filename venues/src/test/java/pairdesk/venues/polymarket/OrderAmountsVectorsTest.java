package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pairdesk.venues.polymarket.ClobOrder.Amounts;

/**
 * The package that made the vectors computes in doubles. Three of its 720 cases, two of very large
 * sizes and one of a tiny price, came out one base unit below the exact product of price and size;
 * two of the three are among the cases at hand. We send the exact amounts: the venue's own check is
 * on decimals and on price times size, and newer official clients compute in whole numbers too. A
 * case whose exact amount is nothing is one that we refuse to sign.
 */
class OrderAmountsVectorsTest {
  private static final Map<String, Long> ROUNDED_TWICE = Map.of("am-296", 1L, "am-538", 1L);

  private final Map<String, Long> differences = new TreeMap<>();

  @Test
  void computesEveryAmountExactly() {
    Vectors.checkAll("order-amounts", this::check);
    assertEquals(ROUNDED_TWICE, differences);
  }

  private void check(JsonNode vector) {
    JsonNode input = vector.get("input");
    long maker = vector.get("expected").get("makerAmount").asLong();
    long taker = vector.get("expected").get("takerAmount").asLong();
    if (maker == 0 || taker == 0) {
      assertThrows(IllegalArgumentException.class, () -> OrderVectors.amounts(input));
      return;
    }
    Amounts amounts = OrderVectors.amounts(input);
    String id = vector.get("id").textValue();
    if (!ROUNDED_TWICE.containsKey(id)) {
      assertEquals(maker, amounts.makerE6());
      assertEquals(taker, amounts.takerE6());
      return;
    }
    differences.put(id, amounts.makerE6() - maker + amounts.takerE6() - taker);
  }
}
