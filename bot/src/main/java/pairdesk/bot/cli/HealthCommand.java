package pairdesk.bot.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks the running desk whether it is well; for containers and scripts. */
@Command(name = "health", description = "Asks the running desk whether it is well.")
final class HealthCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      defaultValue = "${env:HEALTH_PORT:-9464}",
      description = "Port of the desk on this machine (default: HEALTH_PORT, else 9464).")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
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
