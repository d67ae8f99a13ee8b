package pairdesk.bot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;

/** What leaves is exact, and harmless wherever it is opened. */
class ReportFormatTest {
  @Test
  void csvKeepsEveryDigitAndNamesUnits() throws IOException {
    assertEquals(
        """
        day_utc,done_at_utc,fee_dollars,size_shares,price_dollars,edge_bps,count,note\r
        2026-11-20,2026-11-20T10:00:00.123456Z,-0.000001,12.500000,0.0565,-25,9007199254740993,\r
        """,
        written(ReportFormat.CSV, one()));
  }

  @Test
  void jsonKeepsDecimalsAsTextAndAbsenceAsNull() throws IOException {
    assertEquals(
        """
        [ {
          "day_utc" : "2026-11-20",
          "done_at_utc" : "2026-11-20T10:00:00.123456Z",
          "fee_dollars" : "-0.000001",
          "size_shares" : "12.500000",
          "price_dollars" : "0.0565",
          "edge_bps" : -25,
          "count" : 9007199254740993,
          "note" : null
        } ]
        """,
        written(ReportFormat.JSON, one()));
  }

  private static Report one() {
    return rows(
        List.of(
            "day_utc",
            "done_at_utc",
            "fee_dollars",
            "size_shares",
            "price_dollars",
            "edge_bps",
            "count",
            "note"),
        List.of(
            Cell.of(LocalDate.of(2026, 11, 20)),
            Cell.of(Instant.parse("2026-11-20T10:00:00.123456Z")),
            Cell.of(Usd.ofE6(-1)),
            Cell.of(Quantity.parse("12.5")),
            Cell.of(Price.parse("0.0565")),
            Cell.of(Ratio.ofBps(-25)),
            Cell.of(9_007_199_254_740_993L),
            Cell.EMPTY));
  }

  /** Titles of markets are written by strangers. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "=HYPERLINK(\"http://x\")|\"'=HYPERLINK(\"\"http://x\"\")\"",
        "+1|'+1",
        "-1|'-1",
        "@SUM(A1)|'@SUM(A1)",
        "＝1+1|'＝1+1",
        "~\t=1~|~'\t=1~",
        "~ =1~|~' =1~",
        "plain|plain",
        "1,5|\"1,5\"",
        "say \"no\"|\"say \"\"no\"\"\"",
        "東京で雨?|東京で雨?",
      })
  void textIsQuotedAndNeverAFormula(String title, String field) throws IOException {
    assertEquals(
        "title\r\n" + field + "\r\n",
        written(ReportFormat.CSV, rows(List.of("title"), List.of(new Cell.Text(title)))));
  }

  @Test
  void aBreakInsideATextStaysInItsField() throws IOException {
    assertEquals(
        "title,n\r\n\"two\nlines\",1\r\n",
        written(
            ReportFormat.CSV,
            rows(List.of("title", "n"), List.of(new Cell.Text("two\nlines"), Cell.of(1)))));
  }

  @Test
  void nothingIsStillAFile() throws IOException {
    Report none = new Rows(Column.of("title"), List.of());
    assertEquals("title\r\n", written(ReportFormat.CSV, none));
    assertEquals("[ ]" + System.lineSeparator(), written(ReportFormat.JSON, none));
  }

  private static Report rows(List<String> columns, List<Cell> row) {
    return new Rows(Column.of(columns.toArray(String[]::new)), List.of(row));
  }

  private record Rows(List<Column> columns, List<List<Cell>> all) implements Report {
    @Override
    public void forEach(Consumer<List<Cell>> row) {
      all.forEach(row);
    }
  }

  private static String written(ReportFormat format, Report report) throws IOException {
    var text = new StringWriter();
    assertEquals(report.rows().size(), format.write(report, text));
    return text.toString();
  }
}
