package pairdesk.bot.report;

import java.util.List;
import java.util.function.Consumer;

/** Rows of exact values under named columns. Rows are read while they are consumed. */
public interface Report {
  List<Column> columns();

  /**
   * Hands over each row, with as many cells as there are columns.
   *
   * @throws pairdesk.persistence.DatabaseException when the database does not answer
   */
  void forEach(Consumer<List<Cell>> row);

  /** All rows in memory: for those that are few. */
  default List<List<Cell>> rows() {
    var rows = new java.util.ArrayList<List<Cell>>();
    forEach(rows::add);
    return rows;
  }
}
