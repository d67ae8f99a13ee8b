package pairdesk.bot.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import pairdesk.bot.app.Configuration;
import pairdesk.bot.app.HaltProcess;
import pairdesk.bot.halt.HaltReport;
import pairdesk.bot.halt.OutsideHalt;
import pairdesk.engine.operator.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Stops everything from outside, whether the desk runs, hangs or is dead. */
@Command(
    name = "halt",
    description = {
      "Halts from outside: no new order can leave, everything that rests is cancelled on every venue.",
      "Works beside a running desk, a hanging one and a dead one, with the same settings.",
      "Exit codes: 0 halted and nothing rests; 1 something could not be done, it is said what;"
          + " 78 these settings name no venue: only a running desk, which learns of the halt, can"
          + " cancel there."
    })
final class HaltCommand implements Callable<Integer> {
  @Option(names = "--env", description = "File with settings (default: .env where it exists).")
  private String envFile = ".env";

  @Option(names = "--reason", description = "Why, for the record.")
  private String reason = "halted from the command line";

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "Give up after so many seconds (default 60).")
  private int limit;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit wants seconds, 1 or more");
    }
    Configuration.Partial settings = DeskOptions.settings(envFile);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    String user = System.getProperty("user.name");
    try (var halt = new HaltProcess(settings, new Actor("cli:" + user, user))) {
      HaltReport report = halt.run(reason, OutsideHalt.Pace.within(Duration.ofSeconds(limit)));
      HaltText.lines(report).forEach(out::println);
      halt.untouched().forEach(out::println);
      if (report.sites().isEmpty()) {
        settings.problems().forEach(problem -> err.println("  " + problem));
        return ExitCodes.CONFIGURATION;
      }
      return report.isStored() && report.isFlat() && halt.untouched().isEmpty()
          ? ExitCodes.DONE
          : ExitCodes.FAILED;
    }
  }
}
