package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.NOTICE_CALL;
import static pairdesk.persistence.schema.Tables.NOTICE_LEVEL;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;

/** How loudly each kind of notice is told, and who is named when it is. */
public final class NoticeStore {
  private final Database database;
  private final Audit audit;

  public NoticeStore(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /** How loudly. */
  public enum Level {
    ON,
    /** Without a sound. */
    SILENT,
    OFF
  }

  /**
   * What people have set.
   *
   * @param levels by kind; a kind that is missing is ON
   * @param calls ids of people by kind
   */
  public record Wishes(Map<String, Level> levels, Map<String, Set<String>> calls) {
    public static final Wishes NONE = new Wishes(Map.of(), Map.of());

    public Level level(String kind) {
      return levels.getOrDefault(kind, Level.ON);
    }

    public Set<String> calls(String kind) {
      return calls.getOrDefault(kind, Set.of());
    }
  }

  public Wishes wishes() {
    return database.read(db -> new Wishes(levels(db), calls(db)));
  }

  private static Map<String, Level> levels(DSLContext db) {
    return db.selectFrom(NOTICE_LEVEL)
        .fetchMap(NOTICE_LEVEL.KIND, row -> Level.valueOf(row.getLevel()));
  }

  private static Map<String, Set<String>> calls(DSLContext db) {
    var calls = new TreeMap<String, Set<String>>();
    for (var row : db.selectFrom(NOTICE_CALL).fetch()) {
      calls.computeIfAbsent(row.getKind(), kind -> new TreeSet<>()).add(row.getPerson());
    }
    return calls;
  }

  /** Stores a level with its audit row; the same request counts once. */
  public void level(String kind, Level level, Pairs.Request request, Instant at) {
    database.run(db -> {
      if (!audit.isKnown(db, request.key())) {
        var row = db.newRecord(NOTICE_LEVEL);
        row.setKind(kind);
        row.setLevel(level.name());
        row.setChangedBy(request.actor().name());
        row.setChangedAt(at);
        row.merge();
        audit.append(db, request, "notify", kind + " " + level, at);
      }
    });
  }

  /** From now on this person is named when the kind is told, or is not. */
  public void call(String kind, String person, boolean named, Pairs.Request request, Instant at) {
    database.run(db -> {
      if (audit.isKnown(db, request.key())) {
        return;
      }
      if (named) {
        db.insertInto(NOTICE_CALL)
            .set(NOTICE_CALL.KIND, kind)
            .set(NOTICE_CALL.PERSON, person)
            .onConflictDoNothing()
            .execute();
      } else {
        db.deleteFrom(NOTICE_CALL)
            .where(NOTICE_CALL.KIND.eq(kind).and(NOTICE_CALL.PERSON.eq(person)))
            .execute();
      }
      audit.append(db, request, "notify", kind + (named ? " names " : " leaves out ") + person, at);
    });
  }
}
