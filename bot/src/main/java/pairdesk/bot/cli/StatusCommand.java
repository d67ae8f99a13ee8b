package pairdesk.bot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import pairdesk.bot.app.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** How the running desk stands. */
@Command(
    name = "status",
    description = {
      "Mode, venues, breakers, money at risk and figures of the running desk.",
      "Exit codes: 0 nothing stops it; 1 it is halted, or a breaker is tripped; 69 it does not run."
    })
final class StatusCommand implements Callable<Integer> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Mixin private DeskOptions options = new DeskOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Configuration.Partial settings = options.settings();
    var desk = new RunningDesk(settings.service().healthPort());
    Optional<RunningDesk.Said> said = desk.ask("/status");
    if (said.isEmpty()) {
      return stored(settings, desk);
    }
    JsonNode status = JSON.readTree(said.get().body());
    if (options.json()) {
      spec.commandLine().getOut().println(status.toPrettyString());
    } else {
      StatusText.lines(status, Ansi.AUTO.enabled()).forEach(spec.commandLine().getOut()::println);
    }
    boolean free = !status.path("halted").asBoolean() && status.path("breakers").isEmpty();
    return free ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  /** What it would start with. */
  private int stored(Configuration.Partial settings, RunningDesk desk)
      throws IOException, InterruptedException {
    spec.commandLine().getErr().println(desk.missing());
    Records.read(
        settings,
        spec,
        records -> {
          var controls = records.controls();
          spec.commandLine()
              .getOut()
              .println(
                  "Stored: mode "
                      + controls.mode()
                      + (controls.halted() ? ", halted: " + controls.haltReason() : ""));
          return ExitCodes.DONE;
        });
    return ExitCodes.UNAVAILABLE;
  }
}
