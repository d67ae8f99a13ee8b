package pairdesk.bot.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pairdesk}: explains itself, and runs its subcommands. */
@Command(
    name = "pairdesk",
    mixinStandardHelpOptions = true,
    version = "Pairdesk 0.1.0",
    description = "An operator's desk for prediction markets.",
    footer = {
      "",
      "Begin with @|bold pairdesk demo|@: the whole desk on this machine, with venues and a Discord",
      "of its own. Then copy .env.example to .env, fill it in, and @|bold pairdesk run|@."
    },
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      SandboxCommand.class,
      MatchCommand.class,
      FitCommand.class,
      HealthCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  Main() {}

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
