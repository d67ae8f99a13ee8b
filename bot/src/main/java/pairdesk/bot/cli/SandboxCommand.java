package pairdesk.bot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.app.Logs;
import pairdesk.sandbox.Sandbox;
import pairdesk.sandbox.SandboxOptions;
import pairdesk.sandbox.control.BadScenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The venues and the local Discord alone, for any client in any language. */
@Command(
    name = "sandbox",
    description = "Runs simulated venues and a local Discord, without a desk.")
final class SandboxCommand implements Callable<Integer> {
  private static final int LAST_PORT = 65_535;

  @Option(names = "--seed", defaultValue = "7", description = "Seed of everything (default 7).")
  private long seed;

  @Option(
      names = "--speed",
      defaultValue = "100",
      description = "Per cent of real time (default 100).")
  private int speed;

  @Option(
      names = "--env",
      description = "Write the settings of a desk that trades here to this file.")
  private @Nullable Path env;

  @Option(
      names = "--ports",
      description = "Kalshi, Polymarket, Discord, control; 0 is free.",
      split = ",")
  private int[] ports = {0, 0, 0, 0};

  @Option(names = "--kalshi-listings", description = "Further listings of Kalshi, JSON lines.")
  private @Nullable Path kalshiListings;

  @Option(
      names = "--polymarket-listings",
      description = "Further listings of Polymarket, JSON lines.")
  private @Nullable Path polymarketListings;

  @Option(
      names = "--scenario",
      description = "Faults and events with their moments, a JSON file: see docs/sandbox.md.")
  private @Nullable Path scenario;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Logs.configure(false, "WARN");
    if (ports.length != 4) {
      throw new ParameterException(spec.commandLine(), "--ports wants four numbers: 0,0,0,0");
    }
    if (Arrays.stream(ports).anyMatch(port -> port < 0 || port > LAST_PORT)) {
      throw new ParameterException(
          spec.commandLine(), "--ports wants numbers from 0 to " + LAST_PORT);
    }
    if (speed < 1) {
      throw new ParameterException(spec.commandLine(), "--speed wants per cent, 1 or more");
    }
    if ((kalshiListings == null) != (polymarketListings == null)) {
      throw new ParameterException(
          spec.commandLine(),
          "--kalshi-listings and --polymarket-listings go together: give both, or neither");
    }
    mustBeReadable("--kalshi-listings", kalshiListings);
    mustBeReadable("--polymarket-listings", polymarketListings);
    mustBeReadable("--scenario", scenario);
    try (Sandbox sandbox = Sandbox.start(options(), Clock.systemUTC())) {
      if (env != null) {
        sandbox.writeEnvironment(env);
        System.out.println("Settings for a desk: " + env);
      }
      play(sandbox);
      sandbox.environment().forEach(SandboxCommand::show);
      System.out.println("Control and truth: " + sandbox.controlUrl());
      System.out.println("Discord: " + sandbox.discord().pageUrl());
      new CountDownLatch(1).await();
      return ExitCodes.DONE;
    }
  }

  private void mustBeReadable(String option, @Nullable Path file) {
    if (file != null && !(Files.isRegularFile(file) && Files.isReadable(file))) {
      throw new ParameterException(
          spec.commandLine(), option + " names no file that can be read: " + file);
    }
  }

  private void play(Sandbox sandbox) throws IOException {
    if (scenario == null) {
      return;
    }
    try {
      sandbox.play(scenario);
    } catch (BadScenario e) {
      throw new ParameterException(spec.commandLine(), scenario + ", " + e.getMessage(), e);
    }
  }

  private SandboxOptions options() {
    SandboxOptions options =
        SandboxOptions.seeded(seed)
            .atSpeed(speed)
            .on(new SandboxOptions.Ports(ports[0], ports[1], ports[2], ports[3]));
    if (kalshiListings == null || polymarketListings == null) {
      return options;
    }
    return options.with(new SandboxOptions.Listings(kalshiListings, polymarketListings));
  }

  private static void show(String name, String value) {
    boolean secret =
        name.contains("SECRET") || name.contains("PRIVATE_KEY") || name.contains("TOKEN");
    System.out.println("  " + name + "=" + (secret ? "(see --env)" : value));
  }
}
