package pairdesk.sandbox.wire.polymarket.clob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void takesABatchWholeOrNotAtAll() {
    var bucket = new TokenBucket(40, 60, START);
    assertFalse(bucket.take(61, START));
    assertTrue(bucket.take(50, START));
    assertFalse(bucket.take(11, START));
    assertTrue(bucket.take(10, START));
    assertEquals(0, bucket.remaining());
  }

  @Test
  void refillsByTheMillisecondAndNotBeyondTheBurst() {
    var bucket = new TokenBucket(40, 60, START);
    assertTrue(bucket.take(60, START));
    assertEquals(Duration.ofMillis(25), bucket.until(1));
    assertFalse(bucket.take(1, START.plusMillis(24)));
    assertTrue(bucket.take(1, START.plusMillis(25)));
    assertFalse(bucket.take(61, START.plusSeconds(3_600)));
    assertTrue(bucket.take(60, START.plusSeconds(3_600)));
  }

  @Test
  void goesIntoDebtForWhatIsKnownAfterwards() {
    var bucket = new TokenBucket(80, 120, START);
    bucket.charge(200, START);
    assertEquals(0, bucket.remaining());
    assertFalse(bucket.take(1, START.plusSeconds(1)));
    assertTrue(bucket.take(1, START.plusMillis(1_013)));
  }
}
