package pairdesk.migrations;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** Brings a database to the schema of this program. */
public final class Migrator {
  private Migrator() {}

  /**
   * Applies what is missing; does nothing on a current schema.
   *
   * @return the version after it, {@code "001"}
   * @throws IllegalStateException when the database was made by a newer program, or does not take
   *     the tables; the message says why
   */
  public static String migrate(DataSource database) {
    try {
      return migrated(database);
    } catch (FlywayException e) {
      throw new IllegalStateException(
          "the database does not take our tables: " + e.getMessage(), e);
    }
  }

  private static String migrated(DataSource database) {
    Flyway flyway = Flyway.configure().dataSource(database).load();
    Optional<MigrationVersion> unknown = newest(flyway, Migrator::isOfANewerProgram);
    if (unknown.isPresent()) {
      throw new IllegalStateException(
          "the database has schema "
              + unknown.get()
              + ", this program knows up to "
              + newest(flyway, info -> !isOfANewerProgram(info)).orElse(MigrationVersion.EMPTY)
              + ": run the newer program, or give this one a database of its own");
    }
    flyway.migrate();
    return flyway.info().current().getVersion().getVersion();
  }

  /**
   * How far a schema is.
   *
   * @param current newest version that was applied; empty when there is none
   * @param pending versions that this program would apply
   */
  public record State(String current, List<String> pending) {
    public State {
      pending = List.copyOf(pending);
    }
  }

  /**
   * Looks, and changes nothing.
   *
   * @throws IllegalStateException when it cannot be read; the message says why
   */
  public static State state(DataSource database) {
    Flyway flyway = Flyway.configure().dataSource(database).load();
    try {
      MigrationInfo current = flyway.info().current();
      List<String> pending =
          Arrays.stream(flyway.info().pending())
              .map(info -> info.getVersion().getVersion())
              .toList();
      return new State(current == null ? "" : current.getVersion().getVersion(), pending);
    } catch (FlywayException e) {
      throw new IllegalStateException("the schema cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isOfANewerProgram(MigrationInfo info) {
    return info.getState() == MigrationState.FUTURE_SUCCESS
        || info.getState() == MigrationState.FUTURE_FAILED;
  }

  private static Optional<MigrationVersion> newest(Flyway flyway, Predicate<MigrationInfo> which) {
    return Arrays.stream(flyway.info().all())
        .filter(which)
        .map(MigrationInfo::getVersion)
        .max(Comparator.naturalOrder());
  }
}
