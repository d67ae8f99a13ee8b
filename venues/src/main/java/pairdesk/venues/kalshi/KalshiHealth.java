package pairdesk.venues.kalshi;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;

/** The health of one link, told when it changes and not again. Safe for many threads. */
final class KalshiHealth {
  private final Part part;
  private final Consumer<VenueStatus> listener;
  private final InstantSource clock;
  private @Nullable Health told;

  KalshiHealth(Part part, Consumer<VenueStatus> listener, InstantSource clock) {
    this.part = part;
    this.listener = listener;
    this.clock = clock;
  }

  /** Returns whether it is up again after it was not. */
  synchronized boolean is(Health health, String cause) {
    if (health == told) {
      return false;
    }
    boolean back = told != null && health == Health.UP;
    told = health;
    listener.accept(new VenueStatus(VenueId.KALSHI, part, health, cause, clock.instant()));
    return back;
  }
}
