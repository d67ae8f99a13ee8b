package pairdesk.bot.halt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.journal.Recovered;

/** Tries to commit the halt until it is committed, and then reads what was open. */
final class StoredRow implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(StoredRow.class);

  private final HaltBook book;
  private final String reason;
  private final Duration every;
  private volatile String problem = "the database has not answered yet";
  private volatile @Nullable Recovered open;

  StoredRow(HaltBook book, String reason, Duration every) {
    this.book = book;
    this.reason = reason;
    this.every = every;
  }

  /** Empty when it is stored. */
  String problem() {
    return problem;
  }

  /** What the rows call open; empty while it could not be read. */
  Optional<Recovered> open() {
    return Optional.ofNullable(open);
  }

  @Override
  public void run() {
    while (!isStored()) {
      try {
        TimeUnit.MILLISECONDS.sleep(every.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean isStored() {
    try {
      book.store(reason);
    } catch (RuntimeException e) { // whatever it is, it is tried again: the row binds every intent
      problem = String.valueOf(e.getMessage());
      return false;
    }
    problem = "";
    open = openRows();
    return true;
  }

  private @Nullable Recovered openRows() {
    try {
      return book.open();
    } catch (RuntimeException e) { // only the report is poorer without them
      LOG.atWarn().setCause(e).log("what was open could not be read");
      return null;
    }
  }
}
