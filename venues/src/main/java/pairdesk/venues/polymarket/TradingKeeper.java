package pairdesk.venues.polymarket;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.venues.net.AccessRefusedException;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.VenueException;
import pairdesk.venues.net.Warmth;

/**
 * Logs in at the start; then every second beats the heart while orders rest, and reviews a bad
 * state of the order path. Beside that it keeps connections warm.
 */
final class TradingKeeper implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);

  /** An order that cannot be: its cancel changes nothing, and says whether the engine answers. */
  private static final String NO_ORDER = ClobOrder.ZERO;

  private final PolymarketPrivate venue;
  private final PolymarketOrders.Desk desk;
  private final Warmth warmth;
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  TradingKeeper(PolymarketPrivate venue, PolymarketOrders.Desk desk) {
    this.venue = venue;
    this.desk = desk;
    this.warmth = new Warmth(venue::touch, venue::keepWarm);
  }

  /**
   * @param heartLost told when the venue has cancelled for want of a beat
   */
  void start(Runnable heartLost) {
    begin(
        "polymarket-keeper",
        () -> {
          logIn();
          repeat(EVERY, () -> step(heartLost));
        });
    begin("polymarket-warmth", () -> repeat(Warmth.EVERY, warmth::keep));
  }

  private void begin(String name, Runnable work) {
    threads.add(Thread.ofVirtual().name(name).start(work));
  }

  private static void repeat(Duration every, Runnable work) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        work.run();
        Thread.sleep(every);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What fails here is tried again by the review. */
  private void logIn() {
    try {
      venue.access().get();
    } catch (VenueException e) {
      desk.health().report(health(e), "not logged in: " + e.getMessage());
    }
  }

  /** Who is not let in waits longer than who found nobody there. */
  private static Health health(VenueException e) {
    return e instanceof AccessRefusedException ? Health.UNAUTHORISED : Health.DOWN;
  }

  void step(Runnable heartLost) {
    if (!desk.heartbeat().keep()) {
      heartLost.run();
    }
    switch (desk.health().dueForReview()) {
      case UP -> {}
      case RESTARTING -> probeEngine();
      case UNAUTHORISED, DOWN -> probeAccess();
      case POST_ONLY, CANCEL_ONLY, DISABLED, PAUSED, DEGRADED, BLOCKED ->
          desk.health().report(Health.UP, ""); // the next order tells
    }
  }

  private void probeEngine() {
    if (venue.cancel(NO_ORDER, PROBE_LIMIT) instanceof HttpOutcome.Answered answer
        && answer.status() < 500
        && answer.status() != 425) {
      desk.health().restarted();
    } else {
      desk.health().report(Health.RESTARTING, "matching engine restarting");
    }
  }

  private void probeAccess() {
    try {
      venue.isClosedOnly();
      desk.health().report(Health.UP, "");
    } catch (VenueException e) {
      desk.health().report(health(e), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
