package pairdesk.bot.render;

import java.util.ArrayList;
import java.util.List;
import pairdesk.bot.text.Texts;

/** A table in a code block, narrow enough for a phone. */
public final class Table {
  private static final int WIDTH = 56;
  private static final int GAP = 2;

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A column.
   *
   * @param width in code points; longer cells are cut
   */
  public record Column(String title, int width, boolean right) {
    public static Column left(String title, int width) {
      return new Column(title, width, false);
    }

    public static Column right(String title, int width) {
      return new Column(title, width, true);
    }
  }

  /**
   * @throws IllegalArgumentException when the columns are wider together than a phone shows, or one
   *     is narrower than its heading
   */
  public Table(Column... columns) {
    this.columns = List.of(columns);
    for (Column column : columns) {
      if (width(column.title()) > column.width()) {
        throw new IllegalArgumentException("too narrow for its heading: " + column);
      }
    }
    int total = this.columns.stream().mapToInt(c -> c.width() + GAP).sum() - GAP;
    if (total > WIDTH) {
      throw new IllegalArgumentException("table of " + total + " characters, at most " + WIDTH);
    }
  }

  public Table row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException("wants " + columns.size() + " cells: " + List.of(cells));
    }
    rows.add(List.of(cells));
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** As many rows as fit into so many characters; the last line says how many were left out. */
  public String text(int most, Texts texts) {
    var text = new StringBuilder("```\n");
    text.append(line(columns.stream().map(Column::title).toList())).append('\n');
    int shown = 0;
    for (List<String> row : rows) {
      String line = line(row);
      if (text.length() + line.length() + 40 > most) {
        break;
      }
      text.append(line).append('\n');
      shown++;
    }
    if (shown < rows.size()) {
      text.append(texts.say("list.more", rows.size() - shown)).append('\n');
    }
    return text.append("```").toString();
  }

  /** As many letters as it is wide: a Chinese one is as wide as two others. */
  private static int width(String cell) {
    return cell.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
  }

  private String line(List<String> cells) {
    var line = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      String cell = Shown.code(cells.get(i), column.width());
      String pad = " ".repeat(Math.max(0, column.width() - width(cell)));
      line.append(column.right() ? pad + cell : cell + pad);
      if (i + 1 < columns.size()) {
        line.append(" ".repeat(GAP));
      }
    }
    return line.toString().stripTrailing();
  }
}
