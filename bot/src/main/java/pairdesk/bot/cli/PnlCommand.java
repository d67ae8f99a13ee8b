package pairdesk.bot.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import pairdesk.bot.report.Column;
import pairdesk.bot.report.PnlBy;
import pairdesk.bot.report.Report;
import pairdesk.engine.control.Mode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What was earned. */
@Command(
    name = "pnl",
    description = "Realised profit, fees and what is left of it; days are days of UTC.")
final class PnlCommand implements Callable<Integer> {
  /** The words of {@link PnlBy}. */
  private enum By {
    day,
    pair,
    venue,
    strategy
  }

  @Mixin private DeskOptions options = new DeskOptions();
  @Mixin private SpanChoice span = new SpanChoice();
  @Mixin private AccountChoice account = new AccountChoice();

  @Option(
      names = "--by",
      paramLabel = "day|pair|venue|strategy",
      defaultValue = "day",
      description = "What it is summed up by (default day).")
  private By by = By.day;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var wanted = span.span(spec);
    return Records.read(
        options,
        spec,
        records -> {
          Mode mode = account.shown(records, spec);
          Report report = records.reports().pnl(mode, by(), wanted);
          List<String> columns = report.columns().stream().map(Column::name).toList();
          return new Shows(options, spec)
              .show(
                  report,
                  new Shows.Table(
                      AccountChoice.none("Nothing was earned or lost", mode), true, columns));
        });
  }

  private PnlBy by() {
    return switch (by) {
      case day -> PnlBy.DAY;
      case pair -> PnlBy.PAIR;
      case venue -> PnlBy.VENUE;
      case strategy -> PnlBy.STRATEGY;
    };
  }
}
