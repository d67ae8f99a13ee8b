package pairdesk.bot.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.bot.notify.Notices;
import pairdesk.engine.notice.Notice;

/**
 * Tells people, past the engine, when it hangs in one batch: nobody decides then, and nothing is
 * hedged. On a thread of its own, since everything else may wait for the engine.
 */
final class Watchdog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final long LOOK_MILLIS = 500;

  private final Supplier<Optional<Instant>> busySince;
  private final Notices notices;
  private final InstantSource clock;
  private final Duration limit;
  private final Supplier<Optional<Path>> evidence;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("watchdog").daemon(true).factory());
  private @Nullable Instant told;

  /**
   * @param busySince since when the engine works on one batch
   * @param limit how long it may
   * @param evidence writes where the threads stand
   */
  Watchdog(
      Supplier<Optional<Instant>> busySince,
      Notices notices,
      InstantSource clock,
      Duration limit,
      Supplier<Optional<Path>> evidence) {
    this.busySince = busySince;
    this.notices = notices;
    this.clock = clock;
    this.limit = limit;
    this.evidence = evidence;
  }

  void start() {
    var _ =
        thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** How long the engine hangs already; empty while it does not. */
  Optional<Duration> stalled() {
    Instant now = clock.instant();
    return busySince
        .get()
        .map(since -> Duration.between(since, now))
        .filter(busy -> busy.compareTo(limit) > 0);
  }

  /** Tells of a batch that takes too long, once, and when it is over. */
  synchronized void look() {
    Optional<Duration> stalled = stalled();
    if (stalled.isPresent() && told == null) {
      told = clock.instant();
      LOG.atError()
          .addKeyValue("busy", stalled.get())
          .addKeyValue("threads", evidence.get().map(Path::toString).orElse(""))
          .log("the engine hangs in one batch");
      tell(
          "engine-stall",
          "The engine has worked on one batch for %d s, of at most %d: nothing is decided, hedged or cancelled meanwhile. Look at the database and at the log; stop the process if it does not come back, the next start takes up what is open."
              .formatted(stalled.get().toSeconds(), limit.toSeconds()));
    } else if (stalled.isEmpty() && told != null) {
      told = null;
      tell("engine-back", "The engine decides again. Entries stay off for a while.");
    }
  }

  private void tell(String code, String text) {
    notices.tell(new Notice.Alarm(code, text, clock.instant()));
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
