package pairdesk.venues.net;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a few connections in use, so that an order needs no handshake of its own: as many small
 * readings at once as orders may leave at once. Both legs' hedges and the polls share them.
 */
public final class Warmth {
  /**
   * Before a POST or DELETE on a connection that was idle for ten seconds OkHttp waits a
   * millisecond for signs of its end; on one that was used since then it does not.
   */
  public static final Duration EVERY = Duration.ofSeconds(8);

  private static final Logger LOG = LoggerFactory.getLogger(Warmth.class);
  private static final int CONNECTIONS = 3;

  private final Runnable reading;
  private final Runnable wire;

  /**
   * Both may fail with a {@link VenueException}.
   *
   * @param reading of the address that orders go to
   * @param wire uses each connection on which orders leave at once
   */
  public Warmth(Runnable reading, Runnable wire) {
    this.reading = reading;
    this.wire = wire;
  }

  /** Uses them once, and returns when all have answered. */
  public void keep() {
    try (var readings = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        readings.execute(() -> use(reading));
      }
      readings.execute(() -> use(wire));
    }
  }

  private static void use(Runnable once) {
    try {
      once.run();
    } catch (VenueException e) {
      LOG.atDebug().addKeyValue("cause", e.getMessage()).log("connection not warmed");
    }
  }
}
