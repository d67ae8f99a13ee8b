package pairdesk.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import pairdesk.bot.app.Logs;

/**
 * Fifty commands a second typed in a local Discord while a thousand pairs tick: how long until each
 * is first answered, and what it does to the engine, whose latency without the commands, in the
 * same run, is the baseline.
 */
public final class ConsoleLoad {
  private static final Load USUAL = new Load(50, Duration.ofSeconds(10), Duration.ofSeconds(20));

  private ConsoleLoad() {}

  /**
   * How much, and for how long.
   *
   * @param measured each of the three parts: quiet, loaded, quiet again
   */
  record Load(int commandsPerSecond, Duration warmUp, Duration measured) {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.out.print(run(USUAL));
  }

  static String run(Load load) throws IOException, InterruptedException {
    Logs.configure(false, "ERROR");
    Path folder = Files.createTempDirectory("console-load");
    try (var engine = new TickingEngine();
        var console = new MadeConsole(engine.loop(), folder);
        var person = new CommandStorm(console.page())) {
      person.rage(load.commandsPerSecond(), load.warmUp());
      Spans before = quiet(engine, load);
      CommandStorm.Answers answers = person.rage(load.commandsPerSecond(), load.measured());
      Spans during = engine.take();
      Spans after = quiet(engine, load);
      return """
      1,000 pairs tick once a second each; the engine is asked 100 times a second
      engine without commands (baseline), before: %s
      engine with %d commands a second: %s
      engine without commands (baseline), after: %s
      first answer to a command: %s
      commands without an answer: %d
      """
          .formatted(
              before, load.commandsPerSecond(), during, after, answers.first(), answers.never());
    } finally {
      delete(folder);
    }
  }

  private static Spans quiet(TickingEngine engine, Load load) throws InterruptedException {
    engine.take();
    TimeUnit.SECONDS.sleep(load.measured().toSeconds());
    return engine.take();
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
