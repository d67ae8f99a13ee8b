package pairdesk.venues.polymarket;

import org.junit.jupiter.api.Test;

/** FOK and FAK orders; those of the retired version are checked as far as signing goes. */
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
