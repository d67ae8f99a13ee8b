package pairdesk.bot.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks the running desk whether it is well; for containers and scripts. */
@Command(name = "health", description = "Asks the running desk whether it is well.")
final class HealthCommand implements Callable<Integer> {
  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--port",
      defaultValue = "${env:HEALTH_PORT:-9464}",
      description = "Port of the desk on this machine (default: HEALTH_PORT, else 9464).")
  private int port;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (port < 1 || port > LAST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port wants a number from 1 to " + LAST_PORT);
    }
    var desk = new RunningDesk(port);
    Optional<RunningDesk.Said> said = desk.ask("/health");
    if (said.isEmpty()) {
      System.err.println(desk.missing() + " Start one with `pairdesk run`, or give --port.");
      return ExitCodes.UNAVAILABLE;
    }
    System.out.println(said.get().body());
    return said.get().status() == 200 ? ExitCodes.DONE : ExitCodes.FAILED;
  }
}
