package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OrdersV2VectorsTest {
  @Test
  void drawsUpSignsAndPostsEveryOrderByteForByte() {
    Vectors.checkAll(
        "orders-v2",
        vector -> {
          assertEquals(2, vector.get("domainVersion").intValue());
          OrderVectors.check(vector);
        });
  }
}
