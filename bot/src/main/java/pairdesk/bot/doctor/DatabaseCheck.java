package pairdesk.bot.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pairdesk.persistence.Audit;
import pairdesk.persistence.Database;
import pairdesk.persistence.DatabaseTrouble;

/**
 * The desk's database: version, schema, whether it keeps what it has committed, the audit's chain.
 */
public record DatabaseCheck(Database database) implements Check {
  private static final String SUBJECT = "database";

  @Override
  public List<Finding> look() {
    try {
      var findings = new ArrayList<Finding>();
      findings.add(Finding.pass(SUBJECT, "PostgreSQL " + database.serverVersion()));
      findings.add(schema());
      findings.add(durability());
      findings.add(chain());
      return findings;
    } catch (RuntimeException e) {
      String why = DatabaseTrouble.sentence(e).orElseThrow(() -> e);
      return List.of(
          Finding.fail(SUBJECT, why, "look whether it runs, and at DATABASE_URL or DATA_DIR"));
    }
  }

  private Finding schema() {
    List<String> pending = database.pendingMigrations();
    return pending.isEmpty()
        ? Finding.pass("schema", "version " + database.schemaVersion())
        : Finding.fail(
            "schema",
            "version %s, this program wants %s"
                .formatted(database.schemaVersion(), String.join(", ", pending)),
            "the next `pairdesk run` of this version applies them");
  }

  private Finding durability() {
    String problem = database.durabilityProblem();
    return problem.isEmpty()
        ? Finding.pass("durability", "what is committed is kept")
        : Finding.fail("durability", problem, "without it LIVE is refused");
  }

  private Finding chain() {
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
