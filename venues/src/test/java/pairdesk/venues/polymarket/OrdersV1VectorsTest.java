package pairdesk.venues.polymarket;

import org.junit.jupiter.api.Test;

/** The version that was retired in April 2026: the product cannot send it, the test draws it up. */
class OrdersV1VectorsTest {
  @Test
  void drawsUpSignsAndPostsEveryOrderByteForByte() {
    Vectors.checkAll("orders-v1", RetiredOrder::check);
  }
}
