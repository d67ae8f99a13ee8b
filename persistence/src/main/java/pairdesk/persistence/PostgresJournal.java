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
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.journal.Journal;
import pairdesk.engine.journal.JournalRecord;

/**
 * Writes rows in order, in batches, on one thread of its own. When the database is away the rows
 * wait, in order, and the age of the oldest is what the journal breaker watches.
 */
public final class PostgresJournal implements Journal, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresJournal.class);
  private static final int CAPACITY = 50_000;
  private static final int BATCH = 500;
  private static final Duration RETRY = Duration.ofMillis(500);
  private static final List<String> FINAL = List.of("22", "23", "42");

  private final Database database;
  private final InstantSource clock;
  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final Thread thread;
  private volatile Instant oldest = Instant.MAX;
  private volatile boolean closed;

  private sealed interface Item {
    record Row(JournalRecord row, Instant at) implements Item {}

    record Mark(CountDownLatch reached) implements Item {}
  }

  public PostgresJournal(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("journal").start(this::run);
  }

  @Override
  public void append(List<JournalRecord> rows) {
    if (closed) {
      throw new IllegalStateException("the journal is closed");
    }
    Instant now = clock.instant();
    rows.forEach(row -> put(new Item.Row(row, now)));
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
        queue.drainTo(batch, BATCH - 1);
        writeUntilDone(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeUntilDone(List<Item> batch) throws InterruptedException {
    var rows = new ArrayList<Item.Row>();
    for (Item item : batch) {
      if (item instanceof Item.Row row) {
        rows.add(row);
      }
    }
    if (!rows.isEmpty()) {
      oldest = rows.getFirst().at();
      while (!write(rows)) {
        TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
      }
      oldest = Instant.MAX;
    }
    for (Item item : batch) {
      if (item instanceof Item.Mark mark) {
        mark.reached().countDown();
      }
    }
  }

  /**
   * Whether the batch is committed; a row that the database refuses for its content is set apart.
   */
  private boolean write(List<Item.Row> rows) {
    try {
      database.run(db -> rows.forEach(item -> JournalWriter.write(db, item.row())));
      return true;
    } catch (DataAccessException e) {
      if (maySucceedLater(e)) {
        LOG.atWarn()
            .addKeyValue("rows", rows.size())
            .addKeyValue("cause", e.getMessage())
            .log("the database does not take rows now, they wait");
        return false;
      }
      return writeOneByOne(rows);
    } catch (IllegalStateException e) {
      return writeOneByOne(rows);
    }
  }

  private boolean writeOneByOne(List<Item.Row> rows) {
    for (Item.Row item : List.copyOf(rows)) {
      try {
        database.run(db -> JournalWriter.write(db, item.row()));
      } catch (DataAccessException e) {
        if (maySucceedLater(e)) {
          return false;
        }
        refused(item, e);
      } catch (IllegalStateException e) {
        refused(item, e);
      }
      rows.remove(item);
    }
    return true;
  }

  private static void refused(Item.Row item, RuntimeException cause) {
    LOG.atError()
        .addKeyValue("row", item.row().getClass().getSimpleName())
        .setCause(cause)
        .log("the database refused a journal row");
  }

  /**
   * Whether it may take the row later. Only what is wrong with the row itself is final: its data
   * (class 22), a constraint (23), the statement (42). Everything else, a time-out, a lock, a full
   * disk, a standby, says nothing about the row.
   */
  private static boolean maySucceedLater(DataAccessException e) {
    String state = e.sqlState();
    return state == null || FINAL.stream().noneMatch(state::startsWith);
  }
}
