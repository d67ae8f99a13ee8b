package pairdesk.bot.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Comma-separated values by RFC 4180. */
final class Csv {
  private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

  /**
   * With what a spreadsheet begins a formula, full-width forms included. Source: OWASP, "CSV
   * Injection".
   */
  private static final Pattern FORMULA =
      Pattern.compile("^[\\s=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

  private Csv() {}

  static long write(Report report, Writer to) throws IOException {
    var count = new AtomicLong();
    to.write(line(report.columns().stream().map(Column::name).toList()));
    try {
      report.forEach(row -> {
        write(row, to);
        count.incrementAndGet();
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    to.flush();
    return count.get();
  }

  private static void write(List<Cell> row, Writer to) {
    try {
      to.write(line(row.stream().map(Csv::text).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(List<String> fields) {
    return fields.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String field) {
    return SPECIAL.matcher(field).find() ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }

  /** Numbers and times of ours may begin with a sign; words may not. */
  private static String text(Cell cell) {
    return switch (cell) {
      case Cell.Text(var text) -> FORMULA.matcher(text).matches() ? "'" + text : text;
      case Cell.Empty _,
          Cell.Whole _,
          Cell.Dollars _,
          Cell.Shares _,
          Cell.PerShare _,
          Cell.Bps _,
          Cell.Moment _,
          Cell.Day _ ->
          cell.exact();
    };
  }
}
