package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.CONTROL_STATE;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import pairdesk.engine.control.Controls;

/** Mode and halt: committed here before the engine is told, so that no intent slips in between. */
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

  /** The controls with when they were changed last. */
  public record Kept(Controls controls, Instant changedAt) {}

  public Kept kept() {
    return database.read(ControlStore::kept);
  }

  private static Kept kept(DSLContext db) {
    var row = db.selectFrom(CONTROL_STATE).fetchSingle();
    return new Kept(Recovery.controls(db), row.getChangedAt());
  }

  /**
   * Changes the controls as they are at this moment, and writes the audit row, in one transaction;
   * the same request counts once.
   *
   * @return what was in force before
   */
  public Controls change(UnaryOperator<Controls> change, Pairs.Request request, Instant now) {
    return database.transact(db -> {
      Controls before = locked(db).controls();
      if (!isKnown(db, request)) {
        put(db, before, change.apply(before), request, now);
      }
      return before;
    });
  }

  /**
   * Ends the halt that was seen.
   *
   * @return false when somebody has halted again since: then that halt stays
   */
  public boolean resume(Kept seen, Pairs.Request request, Instant now) {
    return database.transact(db -> {
      Kept current = locked(db);
      if (isKnown(db, request)) {
        return !current.controls().halted();
      }
      if (current.controls().halted() && !current.equals(seen)) {
        return false;
      }
      Controls next = new Controls(current.controls().mode(), false, "");
      put(db, current.controls(), next, request, now);
      return true;
    });
  }

  private static Kept locked(DSLContext db) {
    db.selectFrom(CONTROL_STATE).forUpdate().fetchSingle();
    return kept(db);
  }

  private boolean isKnown(DSLContext db, Pairs.Request request) {
    return !request.key().isEmpty() && audit.isKnown(db, request.key());
  }

  private void put(
      DSLContext db, Controls before, Controls next, Pairs.Request request, Instant now) {
    write(db, next, request.actor().name(), now);
    audit.append(db, request, "controls", describe(before) + " → " + describe(next), now);
  }

  private static void write(DSLContext db, Controls next, String by, Instant now) {
    db.update(CONTROL_STATE)
        .set(CONTROL_STATE.MODE, next.mode().name())
        .set(CONTROL_STATE.HALTED, next.halted())
        .set(CONTROL_STATE.HALT_REASON, next.haltReason())
        .set(CONTROL_STATE.CHANGED_AT, now)
        .set(CONTROL_STATE.CHANGED_BY, by)
        .where(DSL.trueCondition())
        .execute();
  }

  private static String describe(Controls controls) {
    return controls.mode() + (controls.halted() ? ", halted: " + controls.haltReason() : "");
  }
}
