package pairdesk.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in a data folder that survives restarts, with {@code fsync} and {@code
 * synchronous_commit} on. A server that an ended desk left alive in the folder is stopped cleanly
 * first, one of a living desk never; the folder is never cleaned.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final FolderLock lock;
  private final EmbeddedPostgres server;

  private EmbeddedDatabase(FolderLock lock, EmbeddedPostgres server) {
    this.lock = lock;
    this.server = server;
  }

  /**
   * Starts the server of this folder, making the folder on first use.
   *
   * @throws UncheckedIOException when it does not start; the message names the folder
   * @throws IllegalStateException when another desk uses the folder; the message names its process
   */
  public static EmbeddedDatabase start(Path folder) {
    try {
      Files.createDirectories(folder);
      FolderLock lock = FolderLock.take(folder);
      try {
        stopLeftover(folder);
        return new EmbeddedDatabase(lock, server(folder));
      } catch (IOException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "PostgreSQL did not start in " + folder + ": " + DatabaseException.reason(e), e);
    }
  }

  private static EmbeddedPostgres server(Path folder) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        // a hook of its own would stop it while a stopping desk still writes
        .setRegisterShutdownHook(false)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "50")
        .setServerConfig("timezone", "UTC")
        .setPGStartupWait(Duration.ofSeconds(60))
        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  public DatabaseUrl url() {
    return new DatabaseUrl(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    } finally {
      lock.close();
    }
  }

  private static void stopLeftover(Path folder) throws IOException {
    Path pidFile = folder.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    Optional<ProcessHandle> left =
        lines.isEmpty()
            ? Optional.empty()
            : ProcessHandle.of(Long.parseLong(lines.getFirst().trim()));
    if (left.isEmpty() || !isPostgres(left.get())) {
      return;
    }
    LOG.atInfo().addKeyValue("pid", left.get().pid()).log("stopping the server an ended desk left");
    stopFast(left.get(), folder);
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.isAlive()
        && process.info().command().map(path -> path.contains("postgres")).orElse(true);
  }

  /** SIGINT is PostgreSQL's fast shutdown: sessions end, everything committed is kept. */
  private static void stopFast(ProcessHandle process, Path folder) throws IOException {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      process.onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while stopping the server left in " + folder, e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(
          "the server left in " + folder + " (pid " + process.pid() + ") does not stop", e);
    }
  }
}
