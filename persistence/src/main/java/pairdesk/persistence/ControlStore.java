package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.CONTROL_STATE;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import pairdesk.engine.control.Controls;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.persistence.schema.tables.records.ControlStateRecord;

/**
 * Mode and halt as they are stored. What makes the desk more careful is committed here before the
 * engine is told, so that no intent slips in between. What makes it bolder is written by the engine
 * alone, in the order of its decisions, and only while no person has changed anything since: so the
 * row is what the engine decided, or more careful.
 */
public final class ControlStore {
  private final Database database;
  private final Audit audit;

  public ControlStore(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  public Controls read() {
    return database.read(Recovery::controls);
  }

  /**
   * The controls with when a person changed them last. Decisions of the engine leave that moment
   * alone: it tells whether somebody came in between.
   */
  public record Kept(Controls controls, Instant changedAt) {}

  public Kept kept() {
    return database.read(ControlStore::kept);
  }

  private static Kept kept(DSLContext db) {
    var row = db.selectFrom(CONTROL_STATE).fetchSingle();
    return new Kept(Recovery.controls(db), row.getChangedAt());
  }

  /**
   * Makes the controls as they are at this moment more careful, and writes the audit row, in one
   * transaction; the same request counts once.
   *
   * @param change whose bolder parts count for nothing
   * @return what is in force after it
   */
  public Kept narrow(UnaryOperator<Controls> change, Pairs.Request request, Instant now) {
    return database.transact(db -> {
      Kept before = locked(db);
      if (!isKnown(db, request)) {
        Controls next = before.controls().narrowedBy(change.apply(before.controls()));
        // later than the change before, whatever the clock says
        Instant at =
            now.isAfter(before.changedAt()) ? now : before.changedAt().plus(1, ChronoUnit.MICROS);
        write(db, next)
            .set(CONTROL_STATE.CHANGED_AT, at)
            .set(CONTROL_STATE.CHANGED_BY, request.actor().name())
            .where(DSL.trueCondition())
            .execute();
        String what = describe(before.controls()) + " → " + describe(next);
        audit.append(db, request, "controls", what, now);
      }
      return kept(db);
    });
  }

  /** Writes down who made the engine bolder; the same request counts once. */
  public void allowed(String what, Pairs.Request request, Instant now) {
    audit.appendOnce(request, "controls", what, now);
  }

  /** Stores what the engine decided, so far as nobody who came after what it knew is against it. */
  static void decided(DSLContext db, JournalRecord.ControlChanged decision) {
    Kept stored = locked(db);
    boolean knewAll = !stored.changedAt().isAfter(decision.seen());
    Controls next =
        knewAll ? decision.controls() : stored.controls().narrowedBy(decision.controls());
    write(db, next).where(DSL.trueCondition()).execute();
  }

  private static Kept locked(DSLContext db) {
    db.selectFrom(CONTROL_STATE).forUpdate().fetchSingle();
    return kept(db);
  }

  private boolean isKnown(DSLContext db, Pairs.Request request) {
    return !request.key().isEmpty() && audit.isKnown(db, request.key());
  }

  private static UpdateSetMoreStep<ControlStateRecord> write(DSLContext db, Controls next) {
    return db.update(CONTROL_STATE)
        .set(CONTROL_STATE.MODE, next.mode().name())
        .set(CONTROL_STATE.HALTED, next.halted())
        .set(CONTROL_STATE.HALT_REASON, next.haltReason());
  }

  private static String describe(Controls controls) {
    return controls.mode() + (controls.halted() ? ", halted: " + controls.haltReason() : "");
  }
}
