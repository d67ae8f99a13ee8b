package pairdesk.venues.kalshi;

import java.time.InstantSource;
import java.util.function.Consumer;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;

/** The market link as a whole: good while stream and polls work, gone when neither does. */
final class KalshiLink {
  private final KalshiHealth health;
  private String streamTrouble = "the stream is not connected yet";
  private String pollTrouble = "not read yet";

  KalshiLink(Consumer<VenueStatus> listener, InstantSource clock) {
    this.health = new KalshiHealth(Part.MARKET_STREAM, listener, clock);
  }

  /**
   * @param trouble empty when it works
   */
  synchronized void stream(String trouble) {
    streamTrouble = trouble;
    tell();
  }

  /**
   * @param trouble empty when they work
   */
  synchronized void polls(String trouble) {
    pollTrouble = trouble;
    tell();
  }

  private void tell() {
    boolean streams = streamTrouble.isEmpty();
    boolean polls = pollTrouble.isEmpty();
    if (streams && polls) {
      health.is(Health.UP, "");
    } else if (polls) {
      health.is(Health.DEGRADED, "books are polled: " + streamTrouble);
    } else if (streams) {
      health.is(Health.DEGRADED, "books cannot be cross-checked: " + pollTrouble);
    } else {
      health.is(Health.DOWN, streamTrouble);
    }
  }
}
