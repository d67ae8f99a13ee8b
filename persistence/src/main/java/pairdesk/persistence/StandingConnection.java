package pairdesk.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection that stands open for a statement that must not wait: nobody asks it first whether
 * it still lives, and the database has planned the statement on it. A thread of its own opens it,
 * looks after it while nothing is sent, and opens it again when it is lost. Whoever finds it in use
 * or away takes one of a pool.
 */
final class StandingConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StandingConnection.class);
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final int ANSWERS_WITHIN_SECONDS = 2;

  private final DatabaseUrl url;
  private final Consumer<DSLContext> rehearsal;
  private final Thread keeper;

  /** Held by whoever uses the connection. */
  private final ReentrantLock use = new ReentrantLock();

  private final Condition lost = use.newCondition();
  private @Nullable Connection connection;
  private @Nullable DSLContext db;
  private boolean failedBefore;

  /**
   * @param rehearsal what is run on every new connection before it is used, so that the database
   *     plans what will be run on it
   */
  StandingConnection(DatabaseUrl url, Consumer<DSLContext> rehearsal) {
    this.url = url;
    this.rehearsal = rehearsal;
    this.keeper = Thread.ofPlatform().daemon().name("standing-connection").start(this::keep);
  }

  /**
   * Runs a statement that is a transaction by itself; empty when the connection is in use or away,
   * and then nothing was done.
   *
   * @throws DatabaseException as it fails; whether it was committed is open when the connection was
   *     lost
   */
  <T> Optional<T> tryRun(Function<DSLContext, T> statement) {
    if (!use.tryLock()) {
      return Optional.empty();
    }
    try {
      DSLContext open = db;
      return open == null
          ? Optional.empty()
          : Optional.of(Database.patiently(() -> statement.apply(open)));
    } catch (DatabaseException e) {
      if (e.isConnectionLost()) {
        drop();
      }
      throw e;
    } finally {
      use.unlock();
    }
  }

  private void keep() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        use.lockInterruptibly();
        try {
          boolean stands = stands() || open();
          boolean _ = lost.await((stands ? LOOK : AGAIN).toMillis(), TimeUnit.MILLISECONDS);
        } finally {
          use.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks it, which also keeps what lies between from forgetting it. */
  private boolean stands() {
    try {
      if (connection != null && !connection.isValid(ANSWERS_WITHIN_SECONDS)) {
        drop();
      }
      return connection != null;
    } catch (SQLException e) {
      throw new IllegalArgumentException("a time limit below zero", e);
    }
  }

  private boolean open() {
    try {
      Connection opened =
          DriverManager.getConnection(url.jdbcUrl(), Database.standingProperties(url));
      connection = opened;
      DSLContext ready = Database.using(opened);
      rehearsal.accept(ready);
      db = ready;
      failedBefore = false;
      return true;
    } catch (SQLException | DataAccessException e) {
      if (!failedBefore) {
        failedBefore = true;
        LOG.atWarn()
            .addKeyValue("cause", DatabaseException.reason(e))
            .log("no connection stands by: one of the pool is taken until one does");
      }
      drop();
      return false;
    }
  }

  private void drop() {
    Connection gone = connection;
    connection = null;
    db = null;
    lost.signalAll();
    if (gone == null) {
      return;
    }
    try {
      gone.close();
    } catch (SQLException e) {
      LOG.atDebug().setCause(e).log("a lost connection does not close");
    }
  }

  @Override
  public void close() {
    keeper.interrupt();
    use.lock();
    try {
      drop();
    } finally {
      use.unlock();
    }
  }
}
