package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.CONTROL_STATE;

import java.time.Instant;
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

  /**
   * Sets the controls and writes the audit row in one transaction; the same request counts once.
   *
   * @return what was in force before
   */
  public Controls set(Controls next, Pairs.Request request, Instant now) {
    return database.transact(db -> {
      db.selectFrom(CONTROL_STATE).forUpdate().fetchSingle();
      Controls before = Recovery.controls(db);
      if (!request.key().isEmpty() && audit.isKnown(db, request.key())) {
        return before;
      }
      write(db, next, request.actor().name(), now);
      audit.append(db, request, "controls", describe(before) + " → " + describe(next), now);
      return before;
    });
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
