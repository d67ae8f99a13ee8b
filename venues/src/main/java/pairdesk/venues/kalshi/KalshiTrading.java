package pairdesk.venues.kalshi;

import java.time.InstantSource;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.AccountFeed;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.VenueException;

/**
 * Whether Kalshi takes orders, asked regularly. A trading pause still cancels, an exchange pause
 * does nothing; a shard may pause alone.
 */
final class KalshiTrading {
  private final KalshiRest rest;
  private final AccountFeed.Listener listener;
  private final KalshiHealth health;

  KalshiTrading(KalshiRest rest, AccountFeed.Listener listener, InstantSource clock) {
    this.rest = rest;
    this.listener = listener;
    this.health = new KalshiHealth(Part.TRADING, listener::venueChanged, clock);
  }

  /** After a pause orders may be gone, so the account is to be read. */
  void ask() {
    try {
      if (tell(health, rest.read("/exchange/status"))) {
        listener.readAgain(VenueId.KALSHI, "trading resumed");
      }
    } catch (VenueException e) {
      health.is(Health.DOWN, String.valueOf(e.getMessage()));
    }
  }

  /** Returns whether trading came back. */
  private static boolean tell(KalshiHealth health, Fields status) {
    if (!status.flag("exchange_active")) {
      return health.is(Health.DISABLED, "the exchange is paused");
    }
    if (!status.flag("trading_active")) {
      return health.is(Health.PAUSED, "trading is paused");
    }
    boolean whole =
        !status.has("exchange_index_statuses")
            || status.list("exchange_index_statuses").stream()
                .allMatch(shard -> shard.flag("exchange_active") && shard.flag("trading_active"));
    return whole
        ? health.is(Health.UP, "")
        : health.is(Health.DEGRADED, "a part of the exchange is paused");
  }
}
