package pairdesk.venues.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.internal.connection.RealConnection;
import org.junit.jupiter.api.Test;

class WarmthTest {
  @Test
  void readsOftenEnoughThatNoOrderWaitsForALookAtItsConnection() {
    long longest = RealConnection.IDLE_CONNECTION_HEALTHY_NS;
    assertTrue(Warmth.EVERY.plusSeconds(1).toNanos() < longest, "OkHttp looks after " + longest);
  }

  @Test
  void usesAllOfThemAtOnce() {
    var together = new CyclicBarrier(3);
    var met = new AtomicInteger();
    new Warmth(() -> meet(together, met), () -> {}).keep();
    assertEquals(3, met.get());
  }

  private static void meet(CyclicBarrier together, AtomicInteger met) {
    try {
      together.await(10, TimeUnit.SECONDS);
      met.incrementAndGet();
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new VenueException("alone", e);
    }
  }

  @Test
  void oneThatFailsIsLeftToTheNextTime() {
    var tried = new AtomicInteger();
    new Warmth(
            () -> {
              tried.incrementAndGet();
              throw new VenueException("away");
            },
            () -> {})
        .keep();
    assertEquals(3, tried.get());
  }
}
