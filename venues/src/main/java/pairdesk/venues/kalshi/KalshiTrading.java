package pairdesk.venues.kalshi;

import java.time.InstantSource;
import java.util.stream.Collectors;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.AccountFeed;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;
import pairdesk.venues.net.VenueException;

/**
 * Whether Kalshi takes orders, asked regularly. A trading pause still cancels, an exchange pause
 * does nothing; a shard may pause alone.
 */
final class KalshiTrading {
  private final KalshiExchange exchange;
  private final AccountFeed.Listener listener;
  private final KalshiHealth health;

  KalshiTrading(KalshiExchange exchange, AccountFeed.Listener listener, InstantSource clock) {
    this.exchange = exchange;
    this.listener = listener;
    this.health = new KalshiHealth(Part.TRADING, listener::venueChanged, clock);
  }

  /** After a pause orders may be gone, so the account is to be read. */
  void ask() {
    try {
      if (tell(health, exchange.status())) {
        listener.readAgain(VenueId.KALSHI, "trading resumed");
      }
    } catch (VenueException e) {
      health.is(Health.DOWN, String.valueOf(e.getMessage()));
    }
  }

  /** Returns whether trading came back. */
  private static boolean tell(KalshiHealth health, KalshiExchange.Status status) {
    if (!status.active()) {
      String back = status.resumes().map(at -> ", back about " + at).orElse("");
      return health.is(Health.DISABLED, "the exchange is paused" + back);
    }
    if (!status.trades()) {
      return health.is(Health.PAUSED, "trading is paused");
    }
    return status.isWhole()
        ? health.is(Health.UP, "")
        : health.is(Health.DEGRADED, "a part of the exchange is paused: " + resting(status));
  }

  private static String resting(KalshiExchange.Status status) {
    return status.shards().stream()
        .filter(shard -> !shard.active() || !shard.trades())
        .map(shard -> shard.name().isEmpty() ? "shard " + shard.index() : shard.name())
        .collect(Collectors.joining(", "));
  }
}
