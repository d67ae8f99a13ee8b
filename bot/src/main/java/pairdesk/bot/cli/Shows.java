package pairdesk.bot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import pairdesk.bot.report.Report;
import pairdesk.bot.report.ReportFormat;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Shows a report on standard output: JSON for scripts, else a table. */
record Shows(DeskOptions options, CommandSpec spec) {

  /**
   * The table of a report.
   *
   * @param none what to say instead of an empty one
   * @param sums whether the dollars are summed up below
   */
  record Table(String none, boolean sums, List<String> columns) {
    static Table of(String none, String... columns) {
      return new Table(none, false, List.of(columns));
    }
  }

  int show(Report report, Table as) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (options.json()) {
      ReportFormat.JSON.write(report, out);
      return ExitCodes.DONE;
    }
    var table = new TextTable(report, as.columns(), Ansi.AUTO.enabled());
    if (table.isEmpty()) {
      out.println(as.none());
    } else if (as.sums()) {
      table.withSums().print(out);
    } else {
      table.print(out);
    }
    return ExitCodes.DONE;
  }
}
