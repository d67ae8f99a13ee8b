package pairdesk.bot.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import pairdesk.bot.report.ReportKind;
import pairdesk.bot.report.ReportQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Every pair. */
@Command(name = "pairs", description = "Every pair with its state and who changed it last.")
final class PairsCommand implements Callable<Integer> {
  private static final Shows.Table TABLE =
      Shows.Table.of(
          "There is no pair yet: /find_matches in Discord proposes some.",
          "pair_id",
          "status",
          "relation",
          "score",
          "left_title",
          "right_title",
          "changed_by",
          "changed_at_utc");

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
                .show(records.reports().of(ReportQuery.all(ReportKind.PAIRS)), TABLE));
  }
}
