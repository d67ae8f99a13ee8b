package pairdesk.bot.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a piece of work until it is closed: if it takes longer than it ever should, where it
 * stands is written down once, since whoever finds a desk that hangs will restart it.
 */
final class Overdue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Overdue.class);

  private final CountDownLatch done = new CountDownLatch(1);

  private final Thread watcher;

  private Overdue(String work, Duration limit, Supplier<Optional<Path>> evidence) {
    this.watcher =
        Thread.ofPlatform()
            .name("overdue-" + work)
            .daemon(true)
            .unstarted(() -> await(work, limit, evidence));
  }

  /**
   * @param work what it is, for the log
   * @param limit how long it may take
   * @param evidence writes where the threads stand
   */
  static Overdue watch(String work, Duration limit, Supplier<Optional<Path>> evidence) {
    var overdue = new Overdue(work, limit, evidence);
    overdue.watcher.start();
    return overdue;
  }

  private void await(String work, Duration limit, Supplier<Optional<Path>> evidence) {
    try {
      if (!done.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.atWarn()
            .addKeyValue("limit", limit)
            .addKeyValue("threads", evidence.get().map(Path::toString).orElse(""))
            .log(
                "the {} takes longer than it should; the threads of the process are in a file",
                work);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The thread that waits, for tests. */
  Thread watcher() {
    return watcher;
  }

  @Override
  public void close() {
    done.countDown();
  }
}
