package pairdesk.bot.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pairdesk.bot.app.Configuration;
import pairdesk.bot.app.RecordsProcess;
import pairdesk.persistence.Lease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Ends the desk as it ends itself: no new risk, what rests is cancelled, rows are written. */
@Command(
    name = "stop",
    description = {
      "Stops the desk of these settings that runs on this machine, and waits for its end.",
      "It takes no new risk, cancels what rests, finishes what is under way, and leaves. Its mode"
          + " stays for the next start; to stop trading for good there is `pairdesk halt`.",
      "Exit codes: 0 it has ended, or none ran; 1 it still works; 69 it runs elsewhere."
    })
final class StopCommand implements Callable<Integer> {
  @Option(names = "--env", description = "File with settings (default: .env where it exists).")
  private String envFile = ".env";

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "Wait so many seconds at most (default 60).")
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
    return switch (RecordsProcess.open(settings)) {
      case RecordsProcess.Opened.Refused(var why) -> {
        spec.commandLine().getErr().println("The desk's records cannot be read: " + why + ".");
        yield ExitCodes.UNAVAILABLE;
      }
      case RecordsProcess.Opened.Open(var records) -> {
        Optional<Lease.Standing> running;
        try (records) {
          running = records.runner();
        }
        yield running.isEmpty() ? none() : stop(running.get());
      }
    };
  }

  private int none() {
    spec.commandLine().getOut().println("No desk is running.");
    return ExitCodes.DONE;
  }

  private int stop(Lease.Standing running) throws InterruptedException {
    Optional<ProcessHandle> process = running.process();
    if (process.isEmpty() || !process.get().destroy()) {
      spec.commandLine()
          .getErr()
          .println(
              "The desk is "
                  + running.holder()
                  + " on another machine, in a container or of another user: stop it there.");
      return ExitCodes.UNAVAILABLE;
    }
    CompletableFuture<ProcessHandle> end = process.get().onExit();
    try {
      end.get(limit, TimeUnit.SECONDS);
      spec.commandLine().getOut().println("The desk (" + running.holder() + ") has ended.");
      return ExitCodes.DONE;
    } catch (TimeoutException e) {
      spec.commandLine()
          .getErr()
          .println("The desk (" + running.holder() + ") still works after " + limit + " s.");
      return ExitCodes.FAILED;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of a process does not fail", e);
    }
  }
}
