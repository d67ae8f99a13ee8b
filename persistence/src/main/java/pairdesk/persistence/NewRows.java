package pairdesk.persistence;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * Many rows into one table by one statement, in which each column is an array: the database reads
 * no row of its own, and plans once. Rows that are there already are left as they are.
 */
final class NewRows {
  private final Table<?> table;
  private final List<? extends Record> rows;

  private NewRows(Table<?> table, List<? extends Record> rows) {
    this.table = table;
    this.rows = rows;
  }

  /**
   * @throws org.jooq.exception.DataAccessException when the database refuses one of them: then none
   *     is written
   */
  static void insert(DSLContext db, Table<?> table, List<? extends Record> rows) {
    if (!rows.isEmpty()) {
      db.connection(new NewRows(table, rows)::insert);
    }
  }

  private void insert(Connection connection) throws SQLException {
    Field<?>[] columns = table.fields();
    try (PreparedStatement statement = connection.prepareStatement(statement(columns))) {
      for (int i = 0; i < columns.length; i++) {
        statement.setArray(
            i + 1, connection.createArrayOf(typeName(columns[i]), values(columns[i])));
      }
      statement.executeUpdate();
    }
  }

  private String statement(Field<?>[] columns) {
    return "insert into %s (%s) select * from unnest(%s) on conflict do nothing"
        .formatted(
            table.getName(),
            Arrays.stream(columns).map(Field::getName).collect(joining(", ")),
            Arrays.stream(columns)
                .map(column -> "?::" + typeName(column) + "[]")
                .collect(joining(", ")));
  }

  private static String typeName(Field<?> column) {
    return switch (column.getType().getSimpleName()) {
      case "String" -> "text";
      case "Long" -> "bigint";
      case "Integer" -> "integer";
      case "Short" -> "smallint";
      case "Instant" -> "timestamptz";
      case String other -> throw new IllegalArgumentException("no array of " + other);
    };
  }

  /** Times travel as texts: the driver knows no array of moments. */
  private Object[] values(Field<?> column) {
    if (column.getType() == Instant.class) {
      return rows.stream()
          .map(row -> row.get(column) instanceof Instant at ? at.toString() : null)
          .toArray(String[]::new);
    }
    Object[] values = (Object[]) java.lang.reflect.Array.newInstance(column.getType(), rows.size());
    Arrays.setAll(values, i -> rows.get(i).get(column));
    return values;
  }
}
