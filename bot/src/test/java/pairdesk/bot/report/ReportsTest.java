package pairdesk.bot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pairdesk.bot.scene.Golden;
import pairdesk.bot.scene.Scene;
import pairdesk.engine.control.Mode;
import pairdesk.persistence.Archive;

/** Every report of one busy day, digit for digit. */
class ReportsTest {
  @SuppressWarnings("NullAway.Init")
  private static Scene scene;

  @SuppressWarnings("NullAway.Init")
  private static Reports reports;

  @BeforeAll
  static void busyDay() {
    scene = new Scene();
    BusyDay.write(scene);
    reports = new Reports(scene.database);
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyReportAsCsv(ReportKind kind) throws IOException {
    Golden.check("report-" + kind.word(), csv(reports.of(ReportQuery.all(kind))));
  }

  @ParameterizedTest
  @EnumSource
  void everyRowHasACellForEachColumn(ReportKind kind) {
    Report report = reports.of(ReportQuery.all(kind));
    assertTrue(!report.rows().isEmpty(), "the busy day has rows of every kind");
    for (List<Cell> row : report.rows()) {
      assertEquals(report.columns().size(), row.size(), row::toString);
    }
  }

  @Test
  void paperIsAReportOfItsOwn() throws IOException {
    for (ReportKind kind : ReportKind.values()) {
      if (kind.hasPaper()) {
        String report = csv(reports.of(new ReportQuery(kind, Mode.PAPER, ReportQuery.ALWAYS)));
        Golden.check("report-" + kind.word() + "-paper", report);
        assertTrue(report.lines().skip(1).allMatch(row -> row.contains(",PAPER,")), report);
        String real = csv(reports.of(ReportQuery.all(kind)));
        assertTrue(real.lines().skip(1).noneMatch(row -> row.contains(",PAPER,")), real);
      }
    }
    var paper = ReportKind.AUDIT;
    assertThrows(
        IllegalArgumentException.class,
        () -> new ReportQuery(paper, Mode.PAPER, ReportQuery.ALWAYS));
  }

  @Test
  void profitAddsUpByWhateverItIsAskedFor() throws IOException {
    assertEquals(
        """
        venue,mode,realised_dollars,fees_dollars,net_dollars\r
        kalshi,LIVE,3.250000,0.500000,2.750000\r
        polymarket,LIVE,-0.400000,0.250000,-0.650000\r
        """,
        csv(reports.pnl(Mode.LIVE, PnlBy.VENUE, ReportQuery.ALWAYS)));
    assertEquals(
        """
        pair_id,mode,realised_dollars,fees_dollars,net_dollars\r
        1,LIVE,2.850000,0.750000,2.100000\r
        """,
        csv(reports.pnl(Mode.LIVE, PnlBy.PAIR, ReportQuery.ALWAYS)));
    assertEquals(
        """
        strategy,mode,realised_dollars,fees_dollars,net_dollars\r
        cross-venue,LIVE,2.850000,0.750000,2.100000\r
        """,
        csv(reports.pnl(Mode.LIVE, PnlBy.STRATEGY, ReportQuery.ALWAYS)));
  }

  @Test
  void profitOnPaperAddsUpApart() throws IOException {
    assertEquals(
        """
        venue,mode,realised_dollars,fees_dollars,net_dollars\r
        kalshi,PAPER,30.500000,1.665400,28.834600\r
        """,
        csv(reports.pnl(Mode.PAPER, PnlBy.VENUE, ReportQuery.ALWAYS)));
    assertEquals(
        """
        pair_id,mode,realised_dollars,fees_dollars,net_dollars\r
        1,PAPER,30.500000,1.665400,28.834600\r
        """,
        csv(reports.pnl(Mode.PAPER, PnlBy.PAIR, ReportQuery.ALWAYS)));
  }

  @Test
  void aDayCountsWhereItBegins() throws IOException {
    var today =
        new Archive.Span(
            Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-21T00:00:00Z"));
    assertEquals(
        """
        day_utc,mode,realised_dollars,fees_dollars,net_dollars\r
        2026-11-20,LIVE,0.850000,0.500000,0.350000\r
        """,
        csv(reports.pnl(Mode.LIVE, PnlBy.DAY, today)));
  }

  private static String csv(Report report) throws IOException {
    var text = new StringWriter();
    ReportFormat.CSV.write(report, text);
    return text.toString();
  }
}
