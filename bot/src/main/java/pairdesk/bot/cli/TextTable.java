package pairdesk.bot.cli;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pairdesk.bot.render.Shown;
import pairdesk.bot.report.Cell;
import pairdesk.bot.report.Column;
import pairdesk.bot.report.Report;
import pairdesk.engine.money.Usd;

/** A report as a table for people: some of its columns, units in the cells, moments in UTC. */
final class TextTable {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final int LONGEST = 90;
  private static final String GAP = "  ";
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private final List<String> titles;
  private final List<List<Cell>> rows;
  private final boolean colours;

  /**
   * @param names of the columns to show, in their order here
   * @param colours losses in red: for terminals alone
   */
  TextTable(Report report, List<String> names, boolean colours) {
    List<String> all = report.columns().stream().map(Column::name).toList();
    List<Integer> chosen = names.stream().map(all::indexOf).toList();
    this.titles = chosen.stream().map(at -> report.columns().get(at).title()).toList();
    this.rows = new ArrayList<>();
    this.colours = colours;
    report.forEach(row -> rows.add(chosen.stream().map(row::get).toList()));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** With the sums of its dollars as a last row. */
  TextTable withSums() {
    rows.add(IntStream.range(0, titles.size()).mapToObj(this::sum).toList());
    return this;
  }

  private Cell sum(int column) {
    if (column == 0) {
      return new Cell.Text("all");
    }
    return rows.stream()
        .map(row -> row.get(column))
        .flatMap(cell -> cell instanceof Cell.Dollars(var amount) ? Stream.of(amount) : Stream.of())
        .reduce(Usd::plus)
        .map(Cell::of)
        .orElse(new Cell.Text(""));
  }

  void print(PrintWriter out) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(titles);
    rows.forEach(row -> lines.add(row.stream().map(TextTable::text).toList()));
    List<Integer> widths =
        IntStream.range(0, titles.size())
            .mapToObj(i -> lines.stream().mapToInt(line -> width(line.get(i))).max().orElse(0))
            .toList();
    lines.forEach(line -> out.println(line(line, widths)));
    out.flush();
  }

  private String line(List<String> cells, List<Integer> widths) {
    var text = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String pad = " ".repeat(widths.get(i) - width(cells.get(i)));
      String cell = coloured(cells.get(i));
      text.append(isNumber(i) ? pad + cell : cell + pad).append(GAP);
    }
    return text.toString().stripTrailing();
  }

  private boolean isNumber(int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .anyMatch(cell ->
            switch (cell) {
              case Cell.Text _, Cell.Empty _, Cell.Moment _, Cell.Day _ -> false;
              case Cell.Whole _, Cell.Dollars _, Cell.Shares _, Cell.PerShare _, Cell.Bps _ -> true;
            });
  }

  private String coloured(String cell) {
    return colours && cell.startsWith("-$") ? RED + cell + PLAIN : cell;
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static String text(Cell cell) {
    return switch (cell) {
      case Cell.Empty() -> "–";
      case Cell.Text(var text) -> Shown.plain(text, LONGEST);
      case Cell.Whole(var value) -> Long.toString(value);
      case Cell.Dollars(var amount) -> amount.toString();
      case Cell.Shares(var quantity) -> quantity.toString();
      case Cell.PerShare(var price) -> "$" + price;
      case Cell.Bps(var ratio) -> ratio.toString();
      case Cell.Moment(var at) -> MOMENT.format(at);
      case Cell.Day(var day) -> day.toString();
    };
  }
}
