package pairdesk.bot.cli;

import java.io.IOException;
import pairdesk.bot.app.Configuration;
import pairdesk.bot.app.RecordsProcess;
import picocli.CommandLine.Model.CommandSpec;

/** Reads the desk's records, and says when the desk itself is not running. */
final class Records {
  private Records() {}

  /** What a command does with them; gives its exit code. */
  @FunctionalInterface
  interface Work {
    int with(RecordsProcess records) throws IOException, InterruptedException;
  }

  /** Opens the records for the work. */
  static int read(DeskOptions options, CommandSpec spec, Work work)
      throws IOException, InterruptedException {
    return read(options.settings(), spec, work);
  }

  static int read(Configuration.Partial settings, CommandSpec spec, Work work)
      throws IOException, InterruptedException {
    return switch (RecordsProcess.open(settings)) {
      case RecordsProcess.Opened.Refused(var why) -> {
        spec.commandLine().getErr().println("The desk's records cannot be read: " + why + ".");
        yield ExitCodes.UNAVAILABLE;
      }
      case RecordsProcess.Opened.Open(var opened) -> {
        try (RecordsProcess records = opened) {
          if (records.runner().isEmpty()) {
            spec.commandLine()
                .getErr()
                .println("No desk is running: this is what its database holds.");
          }
          yield work.with(records);
        }
      }
    };
  }
}
