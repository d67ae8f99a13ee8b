package pairdesk.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pairdesk.bot.app.Logs;
import pairdesk.persistence.Database;
import pairdesk.persistence.DatabaseUrl;
import pairdesk.persistence.EmbeddedDatabase;
import pairdesk.persistence.Lease;
import pairdesk.persistence.PostgresJournal;

/**
 * How fast the journal drains: gaps with their legs and verdicts, into tables with their checks, by
 * the desk's own journal and by jOOQ's batches of plain inserts, in turns. Both commit two hundred
 * and fifty gaps at a time; only ours checks its lease, and leaves out what is there already.
 */
public final class JournalDrain {
  /** Half of the records that the journal takes in one transaction: each gap has two. */
  static final int GAPS_IN_A_BATCH = 250;

  /** A gap, its two legs and its verdict. */
  private static final int ROWS_OF_A_GAP = 4;

  private static final int GAPS = 5_000;
  private static final int ROUNDS = 9;

  private final PostgresJournal journal;
  private final PlainBatches plain;

  private JournalDrain(PostgresJournal journal, PlainBatches plain) {
    this.journal = journal;
    this.plain = plain;
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    System.out.print(run(GAPS, ROUNDS));
  }

  static String run(int gaps, int rounds) throws IOException, SQLException {
    Logs.configure(false, "ERROR");
    try (var server = EmbeddedDatabase.start(Files.createTempDirectory("drain"));
        var database = Database.open(server.url());
        var connection = connect(server.url());
        var journal = journal(database)) {
      return new JournalDrain(journal, new PlainBatches(connection)).compare(gaps, rounds);
    }
  }

  private static PostgresJournal journal(Database database) {
    var clock = InstantSource.system();
    var lease = new Lease(database, "made", "benchmark", clock);
    if (!(lease.take() instanceof Lease.Taken.Ours(var held))) {
      throw new IllegalStateException("a database of our own has a lease of somebody else");
    }
    var boundless = new PostgresJournal.Room(1_000_000, 1_000_000, Duration.ofHours(1));
    return new PostgresJournal(database, held, clock, boundless);
  }

  private static Connection connect(DatabaseUrl url) throws SQLException {
    return DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
  }

  private String compare(int gaps, int rounds) {
    var ours = new ArrayList<Long>();
    var theirs = new ArrayList<Long>();
    for (int round = 0; round < rounds; round++) {
      var records = MadeGaps.records("r" + round, gaps);
      long start = System.nanoTime();
      journal.append(records);
      journal.flush();
      long drained = System.nanoTime();
      plain.insert(records);
      ours.add(drained - start);
      theirs.add(System.nanoTime() - drained);
    }
    return String.format(
        Locale.ROOT,
        """
        | rows drained in a second | journal | jOOQ batch | ratio |
        |---|---:|---:|---:|
        | gaps with legs and verdicts | %,d | %,d | %.2fx |
        """,
        rate(gaps, ours),
        rate(gaps, theirs),
        (double) median(theirs) / median(ours));
  }

  private static long rate(int gaps, List<Long> nanos) {
    return (long) gaps * ROWS_OF_A_GAP * 1_000_000_000 / median(nanos);
  }

  private static long median(List<Long> nanos) {
    return nanos.stream().sorted().toList().get(nanos.size() / 2);
  }
}
