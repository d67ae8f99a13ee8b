package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.LEASE;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.journal.JournalRecord;

/**
 * Commits rows in their order, while the account is ours: each transaction checks the number of our
 * lease, so that a process that was deposed writes nothing into the books of its successor.
 */
final class RowWriter {
  private static final Logger LOG = LoggerFactory.getLogger(RowWriter.class);
  private static final List<String> FINAL = List.of("22", "23", "42");
  private static final int REMEMBERED = 20;

  private final Database database;
  private final Lease.Held lease;
  private final List<String> refused = new ArrayList<>();

  RowWriter(Database database, Lease.Held lease) {
    this.database = database;
    this.lease = lease;
  }

  /** What became of rows. */
  enum Outcome {
    /** Committed, or set apart because the database refuses their content. */
    DONE,
    /** The database is away: those that are left wait. */
    LATER,
    /** Another process holds the lease: nothing of ours is written any more. */
    DEPOSED
  }

  /** Facts that the database refused since this was asked last, in words. */
  synchronized List<String> takeRefused() {
    List<String> taken = List.copyOf(refused);
    refused.clear();
    return taken;
  }

  /**
   * @param rows loses those that are done
   */
  Outcome write(List<JournalRecord> rows) {
    try {
      return commit(rows);
    } catch (DatabaseException e) {
      if (maySucceedLater(e)) {
        LOG.atWarn()
            .addKeyValue("rows", rows.size())
            .addKeyValue("cause", e.getMessage())
            .log("the database does not take rows now, they wait");
        return Outcome.LATER;
      }
      return writeOneByOne(rows);
    } catch (IllegalStateException e) {
      return writeOneByOne(rows);
    }
  }

  private Outcome writeOneByOne(List<JournalRecord> rows) {
    while (!rows.isEmpty()) {
      JournalRecord row = rows.getFirst();
      try {
        if (commit(List.of(row)) == Outcome.DEPOSED) {
          return Outcome.DEPOSED;
        }
      } catch (DatabaseException e) {
        if (maySucceedLater(e)) {
          return Outcome.LATER;
        }
        refused(row, e);
      } catch (IllegalStateException e) {
        refused(row, e);
      }
      rows.removeFirst();
    }
    return Outcome.DONE;
  }

  private Outcome commit(List<JournalRecord> rows) {
    return database.transact(db -> {
      if (!isOurs(db)) {
        return Outcome.DEPOSED;
      }
      JournalWriter.write(db, rows);
      return Outcome.DONE;
    });
  }

  /** Holds the row until the commit against whoever would take the lease, not against a renewal. */
  private boolean isOurs(DSLContext db) {
    Long epoch =
        db.select(LEASE.EPOCH)
            .from(LEASE)
            .where(LEASE.ACCOUNT.eq(lease.account()))
            .forKeyShare()
            .fetchOne(LEASE.EPOCH);
    return Objects.equals(epoch, lease.epoch());
  }

  private synchronized void refused(JournalRecord row, RuntimeException cause) {
    String what = row.getClass().getSimpleName();
    LOG.atError().addKeyValue("row", what).setCause(cause).log("the database refused a row");
    if (Shedding.isFact(row) && refused.size() < REMEMBERED) {
      refused.add(what + ": " + cause.getMessage());
    }
  }

  /**
   * Whether it may take the row later. Only what is wrong with the row itself is final: its data
   * (class 22), a constraint (23), the statement (42). Everything else, a time-out, a lock, a full
   * disk, a standby, says nothing about the row.
   */
  private static boolean maySucceedLater(DatabaseException e) {
    return !e.isAnyOf(FINAL);
  }
}
