package pairdesk.sandbox.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import pairdesk.sandbox.Sandbox;
import pairdesk.sandbox.SandboxOptions;
import pairdesk.sandbox.wire.discord.DiscordDirectory;

/** Sandbox and desk as two processes, with a folder of their own that is gone afterwards. */
public final class Demo implements AutoCloseable {
  private final Sandbox sandbox;
  private final Path folder;
  private final DeskChild desk;

  /**
   * @param deskCommand how the desk is started
   */
  public static Demo start(SandboxOptions options, InstantSource clock, List<String> deskCommand)
      throws IOException {
    Sandbox sandbox = Sandbox.start(options, clock);
    Path folder = Files.createTempDirectory("pairdesk-demo-");
    Map<String, String> environment = new HashMap<>(sandbox.environment());
    environment.put("DATA_DIR", folder.resolve("data").toString());
    environment.put("PAIR_COOLDOWN_SECONDS", "5");
    environment.put("CATALOG_REFRESH_SECONDS", "20");
    environment.put("LOG_FORMAT", "text");
    return new Demo(
        sandbox, folder, new DeskChild(deskCommand, environment, folder.resolve("desk.log")));
  }

  private Demo(Sandbox sandbox, Path folder, DeskChild desk) {
    this.sandbox = sandbox;
    this.folder = folder;
    this.desk = desk;
  }

  /** Where people go. */
  public String url() {
    return sandbox.discord().pageUrl();
  }

  /** The desk's log. */
  public Path log() {
    return desk.log();
  }

  public boolean isAlive() {
    return desk.isAlive();
  }

  /** Waits until the desk serves Discord. */
  public void awaitReady() {
    Patience.untilTrue(
        "the desk to serve its commands",
        DemoScript.START_LIMIT,
        () -> desk.ask("/health").map(h -> h.path("discord").asBoolean()).orElse(false));
  }

  /**
   * Plays the operator, and stops the desk.
   *
   * @param killSeed seed of the moment at which the desk is killed; empty: it is not
   * @throws DemoFailure when something is not as it should be
   */
  public void play(Optional<Long> killSeed, PrintStream out) {
    Optional<RandomGenerator> kill = killSeed.map(SplittableRandom::new);
    var world =
        new DemoScript.World(
            url(),
            Long.toString(DiscordDirectory.DESK_CHANNEL),
            new Truth(sandbox.controlUrl()),
            kill);
    new DemoScript(world, desk, out).play();
    int code = desk.stop();
    if (code != 0 && code != 143) {
      throw new DemoFailure("the desk stopped with " + code);
    }
    out.println("  the desk stopped cleanly");
  }

  @Override
  public void close() {
    desk.close();
    sandbox.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Demo::delete);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("left behind: " + file, e);
    }
  }
}
