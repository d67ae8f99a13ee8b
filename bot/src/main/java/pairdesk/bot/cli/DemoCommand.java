package pairdesk.bot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.app.Logs;
import pairdesk.sandbox.SandboxOptions;
import pairdesk.sandbox.demo.Demo;
import pairdesk.sandbox.demo.DemoFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole desk on this machine: no keys, no internet. */
@Command(
    name = "demo",
    description = "Starts venues, a Discord and the desk on this machine, and says where to look.")
final class DemoCommand implements Callable<Integer> {
  @Option(names = "--script", description = "Play the operator, compare the books, and end.")
  private boolean script;

  @Option(
      names = "--kill",
      paramLabel = "SEED",
      description =
          "With --script: kill the desk at a random instant of this seed, and restart it.")
  private @Nullable Long kill;

  @Option(names = "--seed", defaultValue = "7", description = "Seed of the sandbox (default 7).")
  private long seed;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (kill != null && !script) {
      throw new ParameterException(spec.commandLine(), "--kill wants --script");
    }
    Logs.configure(false, "WARN");
    System.out.println("Starting venues, Discord and the desk …");
    try (Demo demo =
        Demo.start(SandboxOptions.seeded(seed), Clock.systemUTC(), SelfCommand.of("run"))) {
      return script ? play(demo) : wait(demo);
    }
  }

  private int play(Demo demo) throws IOException {
    try {
      demo.play(Optional.ofNullable(kill), System.out);
      return ExitCodes.DONE;
    } catch (DemoFailure e) {
      System.err.println("The demo failed: " + e.getMessage());
      Path kept =
          Files.copy(
              demo.log(),
              Files.createTempFile("pairdesk-desk-", ".log"),
              java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      System.err.println("The desk's log is " + kept);
      return ExitCodes.FAILED;
    }
  }

  private static int wait(Demo demo) throws InterruptedException {
    demo.awaitReady();
    System.out.println("The desk is running; its log is " + demo.log());
    System.out.println("Stop with Ctrl-C. Open this page and type /find_matches:");
    System.out.println(demo.url());
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(demo::close));
    while (demo.isAlive()) {
      TimeUnit.SECONDS.sleep(1);
    }
    System.err.println("The desk has ended; its log is " + demo.log());
    return ExitCodes.FAILED;
  }
}
