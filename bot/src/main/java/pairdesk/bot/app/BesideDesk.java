package pairdesk.bot.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.persistence.Database;
import pairdesk.persistence.DatabaseUrl;
import pairdesk.persistence.EmbeddedDatabase;

/**
 * The desk's database for a process beside it: a server that runs is used as it is, and only where
 * the desk has ended with its server is that one started, for as long as it is needed.
 */
final class BesideDesk implements AutoCloseable {
  private final Settings.Storage storage;
  private final String unclear;
  private @Nullable EmbeddedDatabase ours;

  BesideDesk(Configuration.Partial settings) {
    this.storage = settings.storage();
    this.unclear = settings.unclearStorage();
  }

  /** Where the desk's own database is going to be; empty when there is one, or it is another's. */
  Optional<Path> yetToBeMade() {
    boolean own = unclear.isEmpty() && storage.url().isEmpty();
    return Optional.of(folder()).filter(folder -> own && !Files.isDirectory(folder));
  }

  private Path folder() {
    return storage.folder().resolve("postgres").toAbsolutePath();
  }

  /**
   * @throws IllegalStateException when there is no database, or the settings do not say which
   * @throws RuntimeException when it cannot be reached
   */
  Database connect() {
    if (!unclear.isEmpty()) {
      throw new IllegalStateException("it is not certain which database is meant: " + unclear);
    }
    return Database.connect(storage.url().orElseGet(this::embedded));
  }

  private DatabaseUrl embedded() {
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException("there is no database in " + folder);
    }
    Optional<DatabaseUrl> running = EmbeddedDatabase.running(folder);
    if (running.isPresent()) {
      return running.get();
    }
    EmbeddedDatabase started = ours;
    if (started == null) {
      started = EmbeddedDatabase.start(folder);
      ours = started;
    }
    return started.url();
  }

  @Override
  public void close() {
    EmbeddedDatabase started = ours;
    if (started != null) {
      started.close();
    }
  }
}
