package pairdesk.bot.app;

import java.time.Instant;
import java.util.List;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.persistence.Database;
import pairdesk.persistence.Lease;
import pairdesk.persistence.PostgresIntents;

/**
 * Goes the whole way to the database with made orders, under a lease that nobody can hold: the
 * database refuses them and writes nothing, and they count as committed.
 */
record RefusedIntents(IntentStore store) implements IntentStore {
  private static final Lease.Held NOBODYS = new Lease.Held("nobody's", -1, Instant.EPOCH);

  /** To be closed by whoever opens it. */
  static PostgresIntents nobodysIn(Database database) {
    return new PostgresIntents(database, () -> NOBODYS);
  }

  /**
   * @throws IllegalStateException when they were written
   */
  @Override
  public Outcome commit(
      Mode mode, List<PreparedOrder> orders, List<JournalRecord> grounds, Instant now) {
    return switch (store.commit(mode, orders, grounds, now)) {
      case Outcome.Refused _ -> new Outcome.Committed();
      case Outcome.Committed _ -> throw new IllegalStateException("a made order was written");
    };
  }
}
