package pairdesk.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

  /** Of its {@code postmaster.pid}, counted from 0. */
  private static final int PORT_LINE = 3;

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

  /** Where the server of this folder listens, whoever started it; empty when none runs. */
  public static Optional<DatabaseUrl> running(Path folder) {
    try {
      List<String> lines = pidFile(folder);
      if (lines.size() <= PORT_LINE || server(lines).isEmpty()) {
        return Optional.empty();
      }
      String port = lines.get(PORT_LINE).strip();
      return Optional.of(
          new DatabaseUrl(
              "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres", "postgres", ""));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
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
    Optional<ProcessHandle> left = server(pidFile(folder));
    if (left.isPresent()) {
      LOG.atInfo()
          .addKeyValue("pid", left.get().pid())
          .log("stopping the server an ended desk left");
      stopFast(left.get(), folder);
    }
  }

  /** What the server wrote about itself; empty when it has ended, or was never started. */
  private static List<String> pidFile(Path folder) throws IOException {
    try {
      return Files.readAllLines(folder.resolve("postmaster.pid"));
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private static Optional<ProcessHandle> server(List<String> pidFile) {
    return pidFile.isEmpty()
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(pidFile.getFirst().strip()))
            .filter(EmbeddedDatabase::isPostgres);
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
