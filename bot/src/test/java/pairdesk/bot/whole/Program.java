package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pairdesk.sandbox.demo.Patience;

/** One run of {@code pairdesk} as a process of its own, from the jars that the launcher runs. */
final class Program implements AutoCloseable {
  private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "USER", "TMPDIR", "LANG");
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * @param folder it works in; its output goes to a file there
   * @param environment all it is given beyond the path
   */
  static Program start(Path folder, Map<String, String> environment, String... arguments) {
    try {
      Path output = Files.createTempFile(folder, arguments[0] + "-", ".log");
      var builder = new ProcessBuilder(command(arguments)).directory(folder.toFile());
      builder.environment().keySet().retainAll(PASSED_ON);
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      return new Program(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How {@code pairdesk} is started with these arguments. */
  static List<String> command(String... arguments) {
    Path jars = repository().resolve("lib");
    assertTrue(Files.isDirectory(jars), "no jars in " + jars + ": they come with `mvn package`");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                jars + "/*",
                "pairdesk.bot.cli.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("pairdesk"))) {
      folder = Optional.ofNullable(folder.getParent()).orElseThrow();
    }
    return folder;
  }

  /** What it has said so far, errors included. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has said this, and gives the first group. */
  String awaitLine(String pattern, Duration limit) {
    var line = Pattern.compile(pattern, Pattern.MULTILINE);
    return Patience.until(
        pattern + " from " + process.info().commandLine().orElse("a process that has ended"),
        limit,
        () -> {
          Matcher matcher = line.matcher(output());
          if (matcher.find()) {
            return Optional.of(matcher.group(1));
          }
          assertTrue(process.isAlive(), () -> "ended without saying " + pattern + "\n" + output());
          return Optional.empty();
        });
  }

  /** Waits for its end and gives its exit code. */
  int await(Duration limit) throws InterruptedException {
    assertTrue(
        process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS),
        () -> "still running after " + limit.toSeconds() + " s\n" + output());
    return process.exitValue();
  }

  long pid() {
    return process.pid();
  }

  /** Ends it and everything it has started. */
  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    process
        .onExit()
        .completeOnTimeout(process, STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
        .join()
        .destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
