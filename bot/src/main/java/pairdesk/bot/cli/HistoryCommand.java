package pairdesk.bot.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import pairdesk.engine.control.Mode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What was traded lately. */
@Command(
    name = "history",
    description = "Executions, newest first: what was hoped for and what came of it.")
final class HistoryCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "started_at_utc",
          "execution_id",
          "mode",
          "pair_id",
          "state",
          "planned_shares",
          "expected_dollars",
          "realised_dollars",
          "unhedged_shares",
          "note");

  @Mixin private DeskOptions options = new DeskOptions();
  @Mixin private AccountChoice account = new AccountChoice();

  @Option(names = "--limit", defaultValue = "20", description = "At most so many (default 20).")
  private int limit;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit wants a number, 1 or more");
    }
    return Records.read(
        options,
        spec,
        records -> {
          Mode mode = account.shown(records, spec);
          return new Shows(options, spec)
              .show(
                  records.reports().lastExecutions(mode, limit),
                  new Shows.Table(
                      AccountChoice.none("Nothing was traded yet", mode), false, COLUMNS));
        });
  }
}
