package pairdesk.venues.polymarket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;

/**
 * What the answers to orders say about the order path as a whole. The venue publishes no such
 * status, so a bad one is kept until a probe, due at a stated time, says otherwise. Safe for many
 * threads.
 */
final class TradingHealth {
  private static final Duration PROBE_RESTART = Duration.ofSeconds(2);
  private static final Duration PROBE_AWAY = Duration.ofSeconds(2);
  private static final Duration PROBE_MODE = Duration.ofSeconds(30);
  private static final Duration PROBE_ACCESS = Duration.ofSeconds(60);

  private final InstantSource clock;
  private final Duration postOnlyAfterRestart;
  private Health health = Health.UP;
  private Instant reviewAt = Instant.MAX;
  private @Nullable Consumer<VenueStatus> listener;

  TradingHealth(InstantSource clock, Duration postOnlyAfterRestart) {
    this.clock = clock;
    this.postOnlyAfterRestart = postOnlyAfterRestart;
  }

  /** Tells this one from now on, and how it stands now. */
  synchronized void tell(Consumer<VenueStatus> next) {
    listener = next;
    next.accept(status(""));
  }

  synchronized void report(Health seen, String cause) {
    Duration review =
        switch (seen) {
          case UP -> Duration.ZERO;
          case RESTARTING -> PROBE_RESTART;
          case POST_ONLY -> postOnlyAfterRestart;
          case DOWN -> PROBE_AWAY;
          case CANCEL_ONLY, DISABLED, PAUSED, DEGRADED -> PROBE_MODE;
          case BLOCKED, UNAUTHORISED -> PROBE_ACCESS;
        };
    move(seen, cause, review);
  }

  /** POST_ONLY for as long as the venue says. */
  synchronized void postOnly(Duration span, String cause) {
    move(Health.POST_ONLY, cause, span);
  }

  /** What is due for a review now; {@link Health#UP} when nothing is. */
  synchronized Health dueForReview() {
    return clock.instant().isBefore(reviewAt) ? Health.UP : health;
  }

  /** The engine of the venue answers again: a time of post-only orders follows. */
  synchronized void restarted() {
    if (health == Health.RESTARTING) {
      move(Health.POST_ONLY, "restarted", postOnlyAfterRestart);
    }
  }

  private void move(Health next, String cause, Duration review) {
    reviewAt = next == Health.UP ? Instant.MAX : clock.instant().plus(review);
    if (next != health) {
      health = next;
      if (listener != null) {
        listener.accept(status(cause));
      }
    }
  }

  private VenueStatus status(String cause) {
    return new VenueStatus(
        VenueId.POLYMARKET,
        Part.TRADING,
        health,
        health == Health.UP ? "" : cause,
        clock.instant());
  }
}
