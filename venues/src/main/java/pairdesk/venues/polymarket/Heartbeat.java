package pairdesk.venues.polymarket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.VenueException;

/**
 * The venue's dead man's switch: once told, it cancels every open order of our API key when ten
 * seconds pass without a beat. Beats while orders rest, and before one is sent. Safe for many
 * threads.
 */
final class Heartbeat {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final PolymarketPrivate venue;
  private final RestingOrders resting;
  private final InstantSource clock;
  private String lastId = "";
  private Instant beatAt = Instant.MIN;

  Heartbeat(PolymarketPrivate venue, RestingOrders resting, InstantSource clock) {
    this.venue = venue;
    this.resting = resting;
    this.clock = clock;
  }

  /** Before an order that rests: a switch that ran out would take it at once. */
  synchronized void beatBefore(Duration deadline) {
    if (isDue()) {
      beat(deadline);
    }
  }

  /**
   * Beats when it is time.
   *
   * @return false when the venue has cancelled, or may have, because no beat got through
   */
  synchronized boolean keep() {
    if (resting.isEmpty() || !isDue()) {
      return true;
    }
    beat(EVERY);
    boolean neverBegun = beatAt.equals(Instant.MIN);
    if (neverBegun || clock.instant().isBefore(beatAt.plus(LIMIT))) {
      return true;
    }
    resting.clear();
    beatAt = Instant.MIN;
    return false;
  }

  private boolean isDue() {
    return beatAt.equals(Instant.MIN) || !clock.instant().isBefore(beatAt.plus(EVERY));
  }

  private void beat(Duration deadline) {
    for (int attempt = 0; attempt < 2; attempt++) {
      if (!(venue.heartbeat(lastId, deadline) instanceof HttpOutcome.Answered answer)) {
        return;
      }
      try {
        lastId = Fields.parse(answer.body()).textOrEmpty("heartbeat_id");
      } catch (VenueException e) {
        LOG.atWarn().addKeyValue("status", answer.status()).log("heartbeat not understood");
        return;
      }
      if (answer.isSuccess()) {
        beatAt = clock.instant();
        return;
      }
    }
  }
}
