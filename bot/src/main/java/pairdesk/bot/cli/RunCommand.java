package pairdesk.bot.cli;

import java.util.concurrent.Callable;
import pairdesk.bot.app.Configuration;
import pairdesk.bot.app.DeskProcess;
import pairdesk.bot.app.Logs;
import pairdesk.bot.app.Settings;
import pairdesk.bot.app.Variables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the desk until it is told to stop. */
@Command(
    name = "run",
    description = "Runs the desk with the settings of the environment and of .env.")
final class RunCommand implements Callable<Integer> {
  @Option(names = "--env", description = "File with settings (default: .env where it exists).")
  private String envFile = ".env";

  @Override
  public Integer call() throws InterruptedException {
    return switch (Configuration.read(Variables.over(envFile))) {
      case Configuration.Result.Wrong wrong -> {
        System.err.println(
            "Pairdesk cannot start: "
                + wrong.problems().size()
                + " settings are missing or wrong.");
        wrong.problems().forEach(problem -> System.err.println("  " + problem));
        System.err.println(
            "All settings are explained in .env.example. `pairdesk demo` needs none of them.");
        yield ExitCodes.CONFIGURATION;
      }
      case Configuration.Result.Read read -> run(read.settings());
    };
  }

  private static int run(Settings settings) throws InterruptedException {
    Logs.configure(settings.service().logging());
    return switch (DeskProcess.start(settings)) {
      case DeskProcess.Started.Refused(var why) -> {
        System.err.println("Pairdesk cannot start: " + why);
        yield ExitCodes.UNAVAILABLE;
      }
      case DeskProcess.Started.Running(var desk) -> {
        Thread stop = Thread.ofPlatform().name("stop").unstarted(desk::close);
        Runtime.getRuntime().addShutdownHook(stop);
        yield desk.awaitEnd() ? ExitCodes.DONE : ExitCodes.INTERNAL;
      }
    };
  }
}
