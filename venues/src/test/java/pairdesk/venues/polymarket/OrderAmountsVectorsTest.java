package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.venues.polymarket.ClobOrder.Amounts;

/**
 * Amounts in exact decimals. The package that made the vectors computes in doubles, which took a
 * base unit off two of these: {@link DoubleRoundingTest} says why, and why we send the whole. A
 * case whose exact amount is nothing is one that we refuse to sign.
 */
class OrderAmountsVectorsTest {
  private static final Map<String, Long> ROUNDED_TWICE = Map.of("am-296", 1L, "am-538", 1L);

  private final Map<String, Long> differences = new TreeMap<>();

  @Test
  @Tag("fault:R17")
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
