package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.sandbox.demo.Patience;

/** A Chromium without a screen, driven over its DevTools protocol. */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Duration START = Duration.ofSeconds(60);

  private final Process process;
  private final URI address;

  private Chromium(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it, or leaves the test out loudly where there is none.
   *
   * @param profile an empty folder
   */
  static Chromium start(Path profile) throws IOException {
    Optional<Path> program = find();
    assumeTrue(
        program.isPresent(),
        "LEFT OUT: no Chromium on the PATH; install one, for example: apt-get install chromium");
    Process process =
        new ProcessBuilder(
                program.get().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Chromium(process, awaitAddress(process, profile));
  }

  private static Optional<Path> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(":", -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** It writes port and path of its DevTools into its profile. */
  private static URI awaitAddress(Process process, Path profile) {
    Path file = profile.resolve("DevToolsActivePort");
    return Patience.until(
        "Chromium to start",
        START,
        () -> {
          assertTrue(process.isAlive(), () -> "Chromium ended with " + process.exitValue());
          List<String> lines = lines(file);
          return lines.size() < 2
              ? Optional.empty()
              : Optional.of(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)));
        });
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a page of its own. */
  BrowserPage open(String url, int width, int height) {
    return BrowserPage.open(address, url, width, height);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }
}
