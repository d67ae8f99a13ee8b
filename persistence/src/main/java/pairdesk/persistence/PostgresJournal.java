package pairdesk.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.journal.Journal;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.risk.BreakerLimits;

/**
 * Writes rows in order, in batches, on one thread of its own; what one decision appends is of one
 * commit, so that a process that dies leaves all of it or nothing. When the database is away the
 * rows wait, in order, and the age of the oldest is what the journal breaker watches. While it is
 * away for long, rows about opportunities that came to nothing are left out and counted; all others
 * wait, and whoever appends waits with them once there is no room: by then the breaker has stopped
 * new risk.
 */
public final class PostgresJournal implements Journal, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresJournal.class);
  private static final int BATCH = 500;
  private static final Duration RETRY = Duration.ofMillis(500);

  /**
   * The rows of a decision come together, and just as its intents are committed: those have the
   * database to themselves for so long, and these share a commit.
   */
  private static final Duration GATHERING = Duration.ofMillis(10);

  private final RowWriter writer;
  private final InstantSource clock;
  private final Room room;
  private final BlockingQueue<Item> queue;
  private final Thread thread;
  private final AtomicLong shed = new AtomicLong();
  private volatile Instant oldest = Instant.MAX;
  private volatile boolean closed;
  private volatile boolean deposed;

  /**
   * How much may wait.
   *
   * @param rows of all kinds, before whoever appends waits
   * @param shedAbove rows from which on what is no fact is left out
   * @param shedAfter age of the oldest row from which on it is
   */
  public record Room(int rows, int shedAbove, Duration shedAfter) {
    public static final Room DEFAULTS =
        new Room(50_000, 5_000, BreakerLimits.DEFAULTS.lag().journal());
  }

  /**
   * How it does.
   *
   * @param backlog age of the oldest row that is not committed
   * @param shed rows that were left out since the start, because the database did not keep up
   * @param refused facts that the database refused for their content, in words
   */
  public record State(Duration backlog, long shed, List<String> refused) {
    public State {
      refused = List.copyOf(refused);
    }
  }

  private sealed interface Item {
    /**
     * @param last of those that were appended together
     */
    record Row(JournalRecord row, Instant at, boolean last) implements Item {}

    record Mark(CountDownLatch reached) implements Item {}
  }

  /**
   * @param lease ours; when it is another's, nothing is written any more
   */
  public PostgresJournal(Database database, Lease.Held lease, InstantSource clock, Room room) {
    this.writer = new RowWriter(database, lease);
    this.clock = clock;
    this.room = room;
    this.queue = new ArrayBlockingQueue<>(room.rows());
    this.thread = Thread.ofPlatform().name("journal").start(this::run);
  }

  @Override
  public void append(List<JournalRecord> rows) {
    if (closed) {
      throw new IllegalStateException("the journal is closed");
    }
    boolean strained =
        queue.size() >= room.shedAbove() || backlog().compareTo(room.shedAfter()) > 0;
    List<JournalRecord> kept = strained ? Shedding.keep(rows) : rows;
    shed.addAndGet(rows.size() - kept.size());
    Instant now = clock.instant();
    for (int i = 0; i < kept.size(); i++) {
      put(new Item.Row(kept.get(i), now, i == kept.size() - 1));
    }
  }

  /** How it does; what was refused is told once. */
  public State takeState() {
    return new State(backlog(), shed.get(), writer.takeRefused());
  }

  /** Age of the oldest row that is not committed; zero when there is none. */
  public Duration backlog() {
    Instant since = oldest;
    return since.equals(Instant.MAX) ? Duration.ZERO : Duration.between(since, clock.instant());
  }

  @Override
  public void flush() {
    var reached = new CountDownLatch(1);
    put(new Item.Mark(reached));
    try {
      reached.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what is queued, waiting up to the limit, and ends the thread. */
  public boolean close(Duration limit) {
    closed = true;
    var reached = new CountDownLatch(1);
    put(new Item.Mark(reached));
    try {
      boolean written = reached.await(limit.toMillis(), TimeUnit.MILLISECONDS);
      thread.interrupt();
      thread.join(limit);
      return written;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    close(Duration.ofSeconds(10));
  }

  private void put(Item item) {
    try {
      queue.put(item);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the journal was full", e);
    }
  }

  private void run() {
    var batch = new ArrayList<Item>(BATCH);
    try {
      while (!Thread.currentThread().isInterrupted()) {
        batch.clear();
        batch.add(queue.take());
        gather();
        queue.drainTo(batch, BATCH - 1);
        while (batch.getLast() instanceof Item.Row row && !row.last()) {
          batch.add(queue.take());
        }
        writeUntilDone(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void gather() throws InterruptedException {
    if (queue.size() < BATCH) {
      TimeUnit.MILLISECONDS.sleep(GATHERING.toMillis());
    }
  }

  private void writeUntilDone(List<Item> batch) throws InterruptedException {
    var rows = new ArrayList<JournalRecord>();
    for (Item item : batch) {
      if (item instanceof Item.Row(var row, var at, _)) {
        oldest = rows.isEmpty() ? at : oldest;
        rows.add(row);
      }
    }
    while (!rows.isEmpty() && !deposed) {
      write(rows);
    }
    oldest = Instant.MAX;
    for (Item item : batch) {
      if (item instanceof Item.Mark mark) {
        mark.reached().countDown();
      }
    }
  }

  private void write(List<JournalRecord> rows) throws InterruptedException {
    switch (writer.write(rows)) {
      case DONE -> rows.clear();
      case LATER -> TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
      case DEPOSED -> {
        deposed = true;
        LOG.atError()
            .addKeyValue("rows", rows.size() + queue.size())
            .log("another process holds the lease: our rows are not written any more");
      }
    }
  }
}
