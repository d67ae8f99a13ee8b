package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The version is not asked for: the shape of the position's id tells. */
class OrdersV3VectorsTest {
  @Test
  void drawsUpSignsAndPostsEveryOrderByteForByte() {
    Vectors.checkAll(
        "orders-v3",
        vector -> {
          assertEquals(3, vector.get("domainVersion").intValue());
          OrderVectors.check(vector);
        });
  }
}
