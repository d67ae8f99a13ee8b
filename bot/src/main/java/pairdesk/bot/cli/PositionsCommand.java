package pairdesk.bot.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import pairdesk.bot.report.ReportKind;
import pairdesk.bot.report.ReportQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is held, and what was. */
@Command(
    name = "positions",
    description = "What is held of each instrument, what it cost and what it has earned.")
final class PositionsCommand implements Callable<Integer> {
  private static final Shows.Table TABLE =
      Shows.Table.of(
              "Nothing is held.",
              "venue",
              "market",
              "outcome",
              "quantity_shares",
              "provisional_shares",
              "cost_dollars",
              "fees_dollars",
              "realised_dollars")
          .withSums();

  @Mixin private DeskOptions options = new DeskOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return Records.read(
        options,
        spec,
        records ->
            new Shows(options, spec)
                .show(records.reports().of(ReportQuery.all(ReportKind.POSITIONS)), TABLE));
  }
}
