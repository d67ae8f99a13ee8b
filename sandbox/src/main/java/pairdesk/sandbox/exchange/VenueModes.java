package pairdesk.sandbox.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** What each venue as a whole allows at the moment. Safe from any thread. */
public final class VenueModes {
  /** After a restart Polymarket takes only post-only orders for this long. */
  static final Duration POST_ONLY_AFTER_RESTART = Duration.ofMinutes(2);

  /** How Polymarket's engine answers. */
  public enum Polymarket {
    NORMAL,
    /** Order endpoints answer 425. */
    RESTARTING,
    POST_ONLY,
    CANCEL_ONLY,
    DISABLED
  }

  private record Timed(Polymarket mode, Instant until) {}

  private final InstantSource clock;
  private final Set<Integer> pausedShards = new ConcurrentSkipListSet<>();
  private volatile Timed polymarket = new Timed(Polymarket.NORMAL, Instant.MAX);

  VenueModes(InstantSource clock) {
    this.clock = clock;
  }

  public boolean isPaused(int kalshiShard) {
    return pausedShards.contains(kalshiShard);
  }

  public void pauseShard(int kalshiShard, boolean paused) {
    if (paused) {
      pausedShards.add(kalshiShard);
    } else {
      pausedShards.remove(kalshiShard);
    }
  }

  /** The mode now; a restart passes into post-only by itself, and that into normal. */
  public Polymarket polymarket() {
    Timed now = polymarket;
    Instant instant = clock.instant();
    if (instant.isBefore(now.until())) {
      return now.mode();
    }
    boolean restarted =
        now.mode() == Polymarket.RESTARTING
            && instant.isBefore(now.until().plus(POST_ONLY_AFTER_RESTART));
    return restarted ? Polymarket.POST_ONLY : Polymarket.NORMAL;
  }

  /** When the present mode ends by itself. */
  public Instant polymarketUntil() {
    Timed now = polymarket;
    return now.mode() == Polymarket.RESTARTING && !clock.instant().isBefore(now.until())
        ? now.until().plus(POST_ONLY_AFTER_RESTART)
        : now.until();
  }

  public void setPolymarket(Polymarket mode) {
    polymarket = new Timed(mode, Instant.MAX);
  }

  public void setPolymarket(Polymarket mode, Duration span) {
    polymarket = new Timed(mode, clock.instant().plus(span));
  }
}
