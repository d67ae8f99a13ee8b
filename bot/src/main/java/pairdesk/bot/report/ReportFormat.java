package pairdesk.bot.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** How a report leaves as a file: UTF-8, whole, row by row. */
public enum ReportFormat {
  /** Comma-separated by RFC 4180; what a spreadsheet would take for a formula is made harmless. */
  CSV {
    @Override
    public long write(Report report, Writer to) throws IOException {
      return Csv.write(report, to);
    }
  },
  /** An array of objects; decimals are strings, so that no reader makes them floating point. */
  JSON {
    @Override
    public long write(Report report, Writer to) throws IOException {
      return Json.write(report, to);
    }
  };

  /** As it is typed, and the ending of files: {@code csv}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes all rows; the writer is flushed and stays open.
   *
   * @return how many rows there were
   * @throws pairdesk.persistence.DatabaseException when the database does not answer
   */
  public abstract long write(Report report, Writer to) throws IOException;
}
