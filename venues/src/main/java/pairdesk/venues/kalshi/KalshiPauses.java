package pairdesk.venues.kalshi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.venues.net.VenueException;

/**
 * The pauses that Kalshi has announced, the one of every Thursday among them: what rests elsewhere
 * and would be hedged here has to be gone before one begins. Read again every hour; without an
 * answer the schedule of before counts.
 */
final class KalshiPauses {
  private static final Logger LOG = LoggerFactory.getLogger(KalshiPauses.class);
  private static final Duration AHEAD = Duration.ofSeconds(60);
  private static final Duration READ_EVERY = Duration.ofHours(1);
  private static final Duration READ_AGAIN = Duration.ofMinutes(5);

  private final KalshiExchange exchange;
  private final InstantSource clock;
  private KalshiExchange.@Nullable Schedule schedule;
  private Instant due = Instant.MIN;

  KalshiPauses(KalshiExchange exchange, InstantSource clock) {
    this.exchange = exchange;
    this.clock = clock;
  }

  /**
   * The beginning of a pause within the next minute. Whether one has begun, and when it is over,
   * the venue's status says.
   */
  synchronized Optional<Instant> next() {
    Instant now = clock.instant();
    if (!now.isBefore(due)) {
      read(now);
    }
    KalshiExchange.Schedule known = schedule;
    return known == null ? Optional.empty() : known.pauseBetween(now, now.plus(AHEAD));
  }

  private void read(Instant now) {
    try {
      schedule = exchange.schedule();
      due = now.plus(READ_EVERY);
    } catch (VenueException e) {
      due = now.plus(READ_AGAIN);
      LOG.atDebug().addKeyValue("cause", e.getMessage()).log("the schedule could not be read");
    }
  }
}
