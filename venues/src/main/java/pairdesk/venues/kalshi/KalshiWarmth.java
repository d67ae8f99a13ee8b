package pairdesk.venues.kalshi;

import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.venues.net.VenueException;

/**
 * Keeps a few connections in use, so that an order needs no handshake of its own: as many small
 * readings at once as orders may leave at once. Both legs' hedges and the polls share them.
 */
final class KalshiWarmth {
  private static final Logger LOG = LoggerFactory.getLogger(KalshiWarmth.class);
  private static final int CONNECTIONS = 3;

  private final KalshiRest rest;

  KalshiWarmth(KalshiRest rest) {
    this.rest = rest;
  }

  void keep() {
    try (var readings = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        readings.execute(this::use);
      }
    }
  }

  private void use() {
    try {
      rest.read("/exchange/status");
    } catch (VenueException e) {
      LOG.atDebug().addKeyValue("cause", e.getMessage()).log("connection not warmed");
    }
  }
}
