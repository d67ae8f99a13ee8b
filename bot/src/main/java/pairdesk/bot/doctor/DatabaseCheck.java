package pairdesk.bot.doctor;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pairdesk.persistence.Audit;
import pairdesk.persistence.Database;
import pairdesk.persistence.DatabaseException;

/**
 * The desk's database: version, schema, whether it keeps what it has committed, the audit's chain.
 *
 * @param reached gives it, or throws what stands in the way
 */
public record DatabaseCheck(Supplier<Database> reached) implements Check {
  @Override
  public List<Finding> look() {
    try {
      Database database = reached.get();
      return List.of(
          Finding.pass("database", "PostgreSQL " + database.serverVersion()),
          schema(database),
          durability(database),
          chain(database));
    } catch (DatabaseException | IllegalStateException | UncheckedIOException e) {
      return List.of(
          Finding.fail(
              "database",
              String.valueOf(e.getMessage()),
              "start it, or the desk once; look at DATABASE_URL and DATA_DIR"));
    }
  }

  private static Finding schema(Database database) {
    List<String> pending = database.pendingMigrations();
    return pending.isEmpty()
        ? Finding.pass("schema", "version " + database.schemaVersion())
        : Finding.fail(
            "schema",
            "version %s, this program wants %s"
                .formatted(database.schemaVersion(), String.join(", ", pending)),
            "the next `pairdesk run` of this version applies them");
  }

  private static Finding durability(Database database) {
    String problem = database.durabilityProblem();
    return problem.isEmpty()
        ? Finding.pass("durability", "what is committed is kept")
        : Finding.fail("durability", problem, "without it LIVE is refused");
  }

  private static Finding chain(Database database) {
    return Optional.of(new Audit(database).firstBrokenRow())
        .filter(row -> row != 0)
        .map(row ->
            Finding.fail(
                "audit",
                "row " + row + " does not fit the one before it",
                "somebody has altered the table: compare with the audit channel in Discord"))
        .orElseGet(() -> Finding.pass("audit", "every row fits the one before it"));
  }
}
