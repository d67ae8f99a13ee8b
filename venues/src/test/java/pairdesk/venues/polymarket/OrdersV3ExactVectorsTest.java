package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import pairdesk.venues.polymarket.ClobOrder.Amounts;

class OrdersV3ExactVectorsTest {
  @Test
  void signsTheAmountsAsTheyAreAndRefusesAnOrderOfNothing() {
    Vectors.checkAll("orders-v3-exact", OrdersV3ExactVectorsTest::check);
  }

  private static void check(JsonNode vector) {
    JsonNode input = vector.get("input");
    long maker = input.get("makerAmount").asLong();
    long taker = input.get("takerAmount").asLong();
    if (vector.get("expected").has("error")) {
      assertThrows(IllegalArgumentException.class, () -> new Amounts(maker, taker));
      return;
    }
    PolymarketSigner signer = Vectors.signer(input);
    ClobOrder order = OrderVectors.order(input, new Amounts(maker, taker), signer);
    OrderVectors.checkHashes(vector, signer.sign(order, false));
  }
}
