package pairdesk.sandbox.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The desk as a process of its own, started as a user would start it: by its environment. Nothing
 * of our own environment or of a {@code .env} here reaches it, for those may name a real account.
 */
public final class DeskChild implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration STOP_LIMIT = Duration.ofSeconds(45);
  private static final Set<String> PASSED_ON =
      Set.of("PATH", "HOME", "USER", "TMPDIR", "LANG", "LC_ALL", "TZ");

  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private final int port;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private Process process;

  /**
   * @param command how to start it
   * @param environment its settings; a port of its own is added
   * @param log where its log goes, appended over restarts; its folder is the one it works in
   */
  public DeskChild(List<String> command, Map<String, String> environment, Path log) {
    this.command = List.copyOf(command);
    this.port = freePort();
    this.environment = Map.copyOf(environment);
    this.log = log;
    this.process = spawn();
  }

  private Process spawn() {
    var builder = new ProcessBuilder(command);
    builder.directory(log.toAbsolutePath().resolveSibling("").toFile());
    builder.environment().keySet().retainAll(PASSED_ON);
    builder.environment().putAll(environment);
    builder.environment().put("HEALTH_PORT", Integer.toString(port));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("the desk did not start", e);
    }
  }

  /** Ends it without any warning, as a power cut would, and starts it again. */
  public void killAndRestart() throws InterruptedException {
    kill();
    restart();
  }

  /** Ends it without any warning. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Starts it again after it has ended. */
  public void restart() {
    process = spawn();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** What it says on its local port; empty while it does not answer. */
  public Optional<JsonNode> ask(String path) {
    return read(path).map(DeskChild::parsed);
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new DemoFailure("the desk's answer is no JSON: " + text, e);
    }
  }

  /** The same as text. */
  public Optional<String> read(String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      if (!process.isAlive()) {
        throw new DemoFailure(
            "the desk has ended with " + process.exitValue() + "; its log is " + log, e);
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted", e);
    }
  }

  /**
   * Asks it to stop and waits.
   *
   * @return its exit code; 143 is a JVM that was asked to stop and did
   */
  public int stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        throw new DemoFailure("the desk did not stop within " + STOP_LIMIT.toSeconds() + " s");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted", e);
    }
  }

  public Path log() {
    return log;
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
    http.close();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
