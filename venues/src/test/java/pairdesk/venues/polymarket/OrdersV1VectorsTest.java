package pairdesk.venues.polymarket;

import org.junit.jupiter.api.Test;

/** The version that was retired in April 2026: we cannot send it, but hash and sign as it wants. */
class OrdersV1VectorsTest {
  @Test
  void hashesAndSignsEveryOrderByteForByte() {
    Vectors.checkAll("orders-v1", RetiredOrder::check);
  }
}
