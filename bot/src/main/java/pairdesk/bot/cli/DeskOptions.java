package pairdesk.bot.cli;

import java.util.Optional;
import pairdesk.bot.app.Configuration;
import pairdesk.bot.app.Logs;
import pairdesk.bot.app.Settings;
import pairdesk.bot.app.Variables;
import picocli.CommandLine.Option;

/** Which desk is meant, and for whom the answer is: options of every command that only reads. */
final class DeskOptions {
  @Option(names = "--env", description = "File with settings (default: .env where it exists).")
  private String envFile = ".env";

  @Option(names = "--json", description = "JSON, for scripts.")
  private boolean json;

  boolean json() {
    return json;
  }

  /** As much of the settings as can be read: reading records needs no token of Discord. */
  Configuration.Partial settings() {
    return settings(envFile);
  }

  static Configuration.Partial settings(String envFile) {
    Logs.configure(false, "ERROR");
    Configuration.Partial found = Configuration.partial(Variables.over(envFile));
    Logs.configure(
        new Settings.Logging(
            false, "ERROR", Optional.empty(), found.service().logging().secrets()));
    return found;
  }
}
