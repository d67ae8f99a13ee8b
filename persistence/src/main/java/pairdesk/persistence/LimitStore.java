package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.LIMIT_SETTING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import pairdesk.engine.risk.Dial;
import pairdesk.engine.risk.Limits;

/**
 * Limits as people have changed them. A change lasts over restarts, but not over a change of the
 * setting that it replaced: what was said last counts.
 */
public final class LimitStore {
  private final Database database;
  private final Audit audit;

  public LimitStore(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /**
   * A changed limit.
   *
   * @param base what the settings said when it was changed
   */
  public record Turned(Dial dial, long value, long base, String by, Instant at) {}

  /** Those that stand beside these settings. */
  public List<Turned> standing(Limits settings) {
    return database.read(LimitStore::all).stream()
        .filter(turned -> turned.base() == turned.dial().read(settings))
        .toList();
  }

  /** Rows of limits that this program does not know stay untouched. */
  private static List<Turned> all(DSLContext db) {
    var all = new ArrayList<Turned>();
    for (var row : db.selectFrom(LIMIT_SETTING).orderBy(LIMIT_SETTING.DIAL).fetch()) {
      Dial.of(row.getDial())
          .map(dial ->
              new Turned(
                  dial, row.getValue(), row.getBase(), row.getChangedBy(), row.getChangedAt()))
          .ifPresent(all::add);
    }
    return all;
  }

  /**
   * Stores a change and its audit row in one transaction; the same request counts once. A change
   * back to the setting leaves no row.
   */
  public void set(Turned turned, Pairs.Request request) {
    database.run(db -> {
      if (request.key().isEmpty() || !audit.isKnown(db, request.key())) {
        write(db, turned);
        Dial dial = turned.dial();
        audit.append(
            db, request, "limit", dial.title() + " " + dial.text(turned.value()), turned.at());
      }
    });
  }

  private static void write(DSLContext db, Turned turned) {
    String title = turned.dial().title();
    if (turned.value() == turned.base()) {
      db.deleteFrom(LIMIT_SETTING).where(LIMIT_SETTING.DIAL.eq(title)).execute();
      return;
    }
    var row = db.newRecord(LIMIT_SETTING);
    row.setDial(title);
    row.setValue(turned.value());
    row.setBase(turned.base());
    row.setChangedBy(turned.by());
    row.setChangedAt(turned.at());
    row.merge();
  }
}
