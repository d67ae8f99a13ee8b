package pairdesk.bot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.app.RecordsProcess;
import pairdesk.bot.report.Cell;
import pairdesk.bot.report.Column;
import pairdesk.bot.report.Report;
import pairdesk.bot.report.ReportFormat;
import pairdesk.bot.report.ReportKind;
import pairdesk.bot.report.ReportQuery;
import pairdesk.engine.control.Mode;
import pairdesk.persistence.Archive.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything of one kind, as a file. */
@Command(
    name = "export",
    description = {
      "Writes every row of one kind: exact decimals, units in the headings, moments in UTC.",
      "In CSV, text that a spreadsheet would take for a formula begins with an apostrophe.",
      "A file appears when it is complete; a file of that name is replaced."
    })
final class ExportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "KIND",
      description = "orders, executions, fills, positions, pnl, pairs, opportunities or audit.")
  @SuppressWarnings("NullAway.Init")
  private String kind;

  @Option(
      names = "--format",
      paramLabel = "csv|json",
      defaultValue = "csv",
      description = "Default csv.")
  private String format = "csv";

  @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.")
  private @Nullable Path file;

  @Mixin private SpanChoice span = new SpanChoice();
  @Mixin private AccountChoice account = new AccountChoice();

  @Option(names = "--env", description = "File with settings (default: .env where it exists).")
  private String envFile = ".env";

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ReportKind wanted = wanted();
    Span rows = span.span(spec);
    ReportFormat as = format();
    if (file != null && !isPlaceOfAFile(file.toAbsolutePath())) {
      throw wrong("--out wants a file in a folder that is there, not " + file);
    }
    return Records.read(
        DeskOptions.settings(envFile),
        spec,
        records -> {
          Mode mode = wanted.hasPaper() ? account.shown(records, spec) : Mode.LIVE;
          return export(records, new ReportQuery(wanted, mode, rows), as);
        });
  }

  private ReportKind wanted() {
    ReportKind wanted =
        ReportKind.of(kind)
            .orElseThrow(
                () -> wrong("there is no report of \"" + kind + "\": choose one of " + words()));
    if (account.isPaper() && !wanted.hasPaper()) {
      throw wrong(wanted.word() + " belongs to no account: leave --account out");
    }
    return wanted;
  }

  private static String words() {
    return Arrays.stream(ReportKind.values())
        .map(ReportKind::word)
        .collect(Collectors.joining(", "));
  }

  private ReportFormat format() {
    return Arrays.stream(ReportFormat.values())
        .filter(one -> one.word().equals(format))
        .findFirst()
        .orElseThrow(() -> wrong("--format wants csv or json"));
  }

  private static boolean isPlaceOfAFile(Path file) {
    Path folder = file.getParent();
    return folder != null && Files.isDirectory(folder) && !Files.isDirectory(file);
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private int export(RecordsProcess records, ReportQuery query, ReportFormat as)
      throws IOException {
    Path to = file;
    if (to == null) {
      PrintWriter out = spec.commandLine().getOut();
      as.write(records.reports().of(query), out);
      return ExitCodes.DONE;
    }
    Path whole = to.toAbsolutePath();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      long rows;
      try (Writer writer = Files.newBufferedWriter(part)) {
        rows = as.write(counted(records.reports().of(query)), writer);
      }
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
      spec.commandLine().getErr().printf("%,d rows written to %s%n", rows, to);
      return ExitCodes.DONE;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The same report, which tells on a terminal how far it is. */
  private static Report counted(Report report) {
    return new Report() {
      @Override
      public List<Column> columns() {
        return report.columns();
      }

      @Override
      public void forEach(Consumer<List<Cell>> row) {
        var progress = new ProgressLine();
        var count = new long[1];
        report.forEach(cells -> {
          row.accept(cells);
          progress.counted("rows", ++count[0]);
        });
        progress.end();
      }
    };
  }
}
