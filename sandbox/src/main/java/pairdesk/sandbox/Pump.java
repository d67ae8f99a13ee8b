package pairdesk.sandbox;

import java.time.Duration;
import java.time.Instant;
import pairdesk.sandbox.exchange.Exchange;

/** Lets the exchange do what is due, on a thread of its own. */
final class Pump implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMillis(50);
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final Exchange exchange;
  private final Thread thread;

  private Pump(Exchange exchange) {
    this.exchange = exchange;
    this.thread = Thread.ofPlatform().daemon().name("sandbox-pump").unstarted(this::run);
  }

  static Pump start(Exchange exchange) {
    var pump = new Pump(exchange);
    pump.thread.start();
    return pump;
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        exchange.advance();
        Thread.sleep(untilNext());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Never long, for another thread may enter something that is due sooner. */
  private Duration untilNext() {
    Instant now = exchange.clock().instant();
    Duration wait = exchange.nextDue().map(due -> Duration.between(now, due)).orElse(LONGEST);
    if (wait.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
