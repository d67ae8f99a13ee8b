package pairdesk.bot.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.app.Carriers;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pairdesk}: explains itself, and runs its subcommands. */
@Command(
    name = "pairdesk",
    version = "Pairdesk 0.1.0",
    description = "An operator's desk for prediction markets.",
    footer = {
      "",
      "Begin with @|bold pairdesk demo|@: the whole desk on this machine, with venues and a Discord"
          + " of its own. Then copy .env.example to .env, fill it in, and @|bold pairdesk run|@.",
      "",
      "@|bold pairdesk COMMAND --help|@ explains a command."
    },
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      StopCommand.class,
      HaltCommand.class,
      StatusCommand.class,
      ScanCommand.class,
      HistoryCommand.class,
      PositionsCommand.class,
      PnlCommand.class,
      PairsCommand.class,
      ExplainCommand.class,
      ExportCommand.class,
      DoctorCommand.class,
      SandboxCommand.class,
      SimCommand.class,
      MatchCommand.class,
      LabelsCommand.class,
      FitCommand.class,
      HealthCommand.class
    })
public final class Main implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Explain this command and exit.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it by itself
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and exit.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it by itself
  private boolean version;

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  Main() {}

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  public static void main(String[] arguments) {
    Carriers.becomeEnough();
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main()).setExecutionExceptionHandler(Main::failed);
  }

  /** Files, ports and databases are named in one sentence; for a defect of ours the trace helps. */
  private static int failed(
      Exception thrown, CommandLine command, CommandLine.@Nullable ParseResult parsed) {
    Optional<String> outside = OutsideTrouble.sentence(thrown);
    if (outside.isEmpty()) {
      thrown.printStackTrace(command.getErr());
      return ExitCodes.INTERNAL;
    }
    command.getErr().println(outside.get());
    return ExitCodes.FAILED;
  }
}
