package pairdesk.persistence;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** The views {@code invariant_…} of the schema: a row in one of them is a violation. */
public final class InvariantViews {
  private final Database database;

  public InvariantViews(Database database) {
    this.database = database;
  }

  /** What one view showed. */
  public sealed interface Looked {
    String name();

    /**
     * @param first one of the rows as text, empty when there is none
     */
    record Rows(String name, long count, String first) implements Looked {}

    /** Not to be read now: too slow, or the connection was lost. */
    record Unreadable(String name, String why) implements Looked {}
  }

  /**
   * Reads all of them, by name.
   *
   * @throws DatabaseException when not even their names can be read
   */
  public List<Looked> look() {
    return database.read(InvariantViews::look);
  }

  static List<Looked> look(DSLContext db) {
    var looked = new ArrayList<Looked>();
    db.select(DSL.field("table_name", String.class))
        .from("information_schema.views")
        .where("table_schema = current_schema() and table_name like 'invariant\\_%'")
        .orderBy(DSL.field("table_name"))
        .fetch(0, String.class)
        .forEach(name -> looked.add(look(db, name)));
    return looked;
  }

  private static Looked look(DSLContext db, String name) {
    try {
      var row =
          db.select(DSL.field("count(*)", Long.class), DSL.field("min(v::text)", String.class))
              .from(DSL.table(DSL.name(name)).as("v"))
              .fetchSingle();
      return new Looked.Rows(name, row.value1(), row.value2() == null ? "" : row.value2());
    } catch (DataAccessException e) {
      return new Looked.Unreadable(name, DatabaseException.reason(e));
    }
  }
}
