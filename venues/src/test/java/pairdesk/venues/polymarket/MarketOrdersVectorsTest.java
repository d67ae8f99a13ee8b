package pairdesk.venues.polymarket;

import org.junit.jupiter.api.Test;

/** FOK and FAK orders; those of the retired version are drawn up by the test alone. */
class MarketOrdersVectorsTest {
  @Test
  void drawsUpSignsAndPostsEveryOrderByteForByte() {
    Vectors.checkAll(
        "market-orders",
        vector -> {
          if (vector.get("domainVersion").intValue() == 1) {
            RetiredOrder.check(vector);
          } else {
            OrderVectors.check(vector);
          }
        });
  }
}
