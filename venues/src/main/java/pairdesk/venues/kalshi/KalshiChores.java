package pairdesk.venues.kalshi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.venues.net.VenueException;

/** What is done beside trading at a steady pace, each on a virtual thread of its own. */
final class KalshiChores implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KalshiChores.class);

  private static final Duration LAST_CALL = Duration.ofMillis(500);

  private final List<Chore> chores;
  private final Runnable atEnd;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();

  /**
   * @param work may fail with a {@link VenueException}: it is tried again at its next turn
   */
  record Chore(String name, Duration every, Runnable work) {}

  KalshiChores(List<Chore> chores, Runnable atEnd) {
    this.chores = List.copyOf(chores);
    this.atEnd = atEnd;
  }

  /** Begins with all of them, and with more. */
  synchronized void start(Chore... more) {
    chores.forEach(this::begin);
    List.of(more).forEach(this::begin);
  }

  /** Lets what is under way come to its end, for a moment, and starts nothing more. */
  @Override
  public synchronized void close() {
    if (threads.isEmpty()) {
      return;
    }
    ending.countDown();
    try {
      for (Thread thread : threads) {
        if (!thread.join(LAST_CALL)) {
          thread.interrupt();
        }
      }
    } catch (InterruptedException e) {
      threads.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
    threads.clear();
    atEnd.run();
  }

  private void begin(Chore chore) {
    threads.add(Thread.ofVirtual().name("kalshi-" + chore.name()).start(() -> repeat(chore)));
  }

  private void repeat(Chore chore) {
    try {
      do {
        once(chore);
      } while (!ending.await(chore.every().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      LOG.atDebug().addKeyValue("chore", chore.name()).log("chore interrupted");
    }
  }

  private static void once(Chore chore) {
    try {
      chore.work().run();
    } catch (VenueException e) {
      LOG.atDebug()
          .addKeyValue("chore", chore.name())
          .addKeyValue("cause", e.getMessage())
          .log("chore failed, next time again");
    }
  }
}
