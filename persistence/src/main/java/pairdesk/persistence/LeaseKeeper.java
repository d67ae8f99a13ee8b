package pairdesk.persistence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the lease of the account while we live. A lease that could not be renewed in time is gone.
 */
public final class LeaseKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

  /** The longest call to a venue, and a second: what leaves now is over before the lease is. */
  private static final Duration MARGIN = Duration.ofSeconds(6);

  /** After a renewal that failed: every order waits for the next one once the lease is short. */
  private static final Duration AGAIN = Duration.ofMillis(500);

  private final Lease lease;
  private final InstantSource clock;
  private final Runnable lost;
  private final Lease.Held taken;
  private final Thread thread;
  private volatile Lease.@Nullable Held held;

  /**
   * @param lost told once when the lease is no longer ours
   */
  public LeaseKeeper(Lease lease, Lease.Held held, InstantSource clock, Runnable lost) {
    this.lease = lease;
    this.taken = held;
    this.held = held;
    this.clock = clock;
    this.lost = lost;
    this.thread = Thread.ofPlatform().name("lease").daemon(true).start(this::keep);
  }

  /** The lease as it was taken: its account and its number stay, whoever holds it now. */
  public Lease.Held taken() {
    return taken;
  }

  /** The lease if it is ours for a while yet; null otherwise. */
  public Lease.@Nullable Held held() {
    Lease.Held now = held;
    return now != null && now.until().isAfter(clock.instant().plus(MARGIN)) ? now : null;
  }

  private void keep() {
    try {
      Duration pause = Lease.RENEWAL;
      while (held != null) {
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        pause = renew();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Prolongs it, once.
   *
   * @return the pause until the next time
   */
  Duration renew() {
    Lease.Held now = held;
    if (now == null) {
      return Lease.RENEWAL;
    }
    try {
      Optional<Lease.Held> renewed = lease.renew(now);
      held = renewed.orElse(null);
      if (renewed.isEmpty()) {
        LOG.atError().addKeyValue("epoch", now.epoch()).log("another process took the lease");
        lost.run();
      }
      return Lease.RENEWAL;
    } catch (DatabaseException e) {
      LOG.atWarn().addKeyValue("cause", e.getMessage()).log("the lease could not be renewed");
      return AGAIN;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    Lease.Held now = held;
    held = null;
    if (now != null) {
      try {
        lease.release(now);
      } catch (DatabaseException e) {
        LOG.atInfo().addKeyValue("cause", e.getMessage()).log("the lease runs out by itself");
      }
    }
  }
}
