package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;
import pairdesk.persistence.PostgresJournal.Room;

/** The journal while the database does not take rows, refuses one, or belongs to another. */
class StrainedJournalTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Database database = Database.open(TestDatabase.fresh());
  private final Lease.Held held = TestDatabase.lease(database);
  private final List<PostgresJournal> journals = new ArrayList<>();

  private PostgresJournal journal(Room room) {
    var journal = new PostgresJournal(database, held, InstantSource.system(), room);
    journals.add(journal);
    return journal;
  }

  @AfterEach
  void close() {
    journals.forEach(PostgresJournal::close);
    database.close();
  }

  @Test
  @Tag("fault:U5")
  void leavesOutOpportunitiesThatCameToNothingAndNoFact() throws InterruptedException {
    PostgresJournal journal = journal(new Room(100, 3, Duration.ofHours(1)));
    whileAway(() -> {
      journal.append(List.of(profit(1)));
      awaitBacklog(journal);
      journal.append(List.of(profit(2), profit(3), profit(4)));
      journal.append(List.of(found(), refused(), profit(5)));
    });
    journal.flush();

    assertEquals(2, journal.takeState().shed());
    assertEquals(5, recovered().money().pnl().size());
    assertEquals(0, new History(database).opportunities(Samples.NOW.minusSeconds(1), 10).size());
  }

  @Test
  @Tag("fault:D10")
  void leavesOutOnceTheOldestRowHasWaitedTooLong() throws InterruptedException {
    PostgresJournal journal = journal(new Room(100, 90, Duration.ofMillis(1)));
    whileAway(() -> {
      journal.append(List.of(profit(1)));
      awaitBacklog(journal);
      while (journal.backlog().toMillis() < 2) {
        Thread.onSpinWait();
      }
      journal.append(List.of(found(), refused()));
    });
    assertEquals(2, journal.takeState().shed());
  }

  @Test
  void keepsWhatAnExecutionRestsOn() throws InterruptedException {
    PostgresJournal journal = journal(new Room(100, 0, Duration.ofHours(1)));
    var execution = new JournalRecord.ExecutionChanged(Samples.execution(ExecutionState.WORKING));
    journal.append(List.of(found(), refused(), execution));
    journal.flush();

    assertEquals(0, journal.takeState().shed());
    assertEquals(1, new History(database).opportunities(Samples.NOW.minusSeconds(1), 10).size());
  }

  @Test
  void tellsOfAFactThatTheDatabaseRefuses() {
    PostgresJournal journal = journal(Room.DEFAULTS);
    database.run(db -> db.execute("alter table pnl_day add constraint few check (fees_e6 < 5)"));
    journal.append(List.of(profit(3), profit(9), profit(4)));
    journal.flush();

    assertEquals(
        List.of(
            "PnlChanged: the database failed: ERROR: new row for relation \"pnl_day\""
                + " violates check constraint \"few\""),
        journal.takeState().refused());
    assertEquals(List.of(), journal.takeState().refused());
    assertEquals(2, recovered().money().pnl().size());
  }

  @Test
  @Tag("fault:N2")
  void aDeposedProcessWritesNothingMore() throws InterruptedException {
    PostgresJournal journal = journal(Room.DEFAULTS);
    whileAway(() -> {
      journal.append(List.of(profit(1)));
      awaitBacklog(journal);
      journal.append(List.of(fill()));
    });
    journal.flush();
    database.run(db -> db.execute("update lease set epoch = epoch + 1"));
    journal.append(List.of(profit(2), fill()));
    assertTimeoutPreemptively(LIMIT, journal::flush);

    assertEquals(1, recovered().money().pnl().size());
    assertEquals(Duration.ZERO, journal.backlog());
  }

  @Test
  @Tag("fault:D9")
  void writesOnAfterItsLeaseRanOutWhileNobodyTookIt() {
    PostgresJournal journal = journal(Room.DEFAULTS);
    database.run(db -> db.execute("update lease set expires_at = expires_at - interval '1 hour'"));
    journal.append(List.of(profit(1)));
    journal.flush();
    assertEquals(1, recovered().money().pnl().size());
  }

  /** No row gets through meanwhile. */
  private void whileAway(Runnable work) throws InterruptedException {
    var locked = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    Thread away =
        Thread.ofVirtual()
            .start(() ->
                database.run(db -> {
                  db.execute("lock table pnl_day in access exclusive mode");
                  locked.countDown();
                  await(done);
                }));
    locked.await();
    work.run();
    done.countDown();
    away.join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitBacklog(PostgresJournal journal) {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          while (journal.backlog().isZero()) {
            Thread.onSpinWait();
          }
        });
  }

  private Recovered recovered() {
    return new Recovery(database).load(Samples.NOW);
  }

  private static JournalRecord profit(int day) {
    return new JournalRecord.PnlChanged(
        new PnlDay(
            LocalDate.parse("2026-11-01").plusDays(day),
            VenueId.KALSHI,
            "cross-venue",
            null,
            Usd.ZERO,
            Usd.ofE6(day)));
  }

  private static JournalRecord fill() {
    return new JournalRecord.FillBooked(Samples.fill("t1", "A1", FillStatus.FINAL));
  }

  private static JournalRecord found() {
    return new JournalRecord.OpportunityFound(Samples.opportunity());
  }

  private static JournalRecord refused() {
    return new JournalRecord.VerdictGiven(
        new VerdictRecord(
            "v9",
            new OpportunityId("o1"),
            new Verdict.Refuse("final-minute", "42 s"),
            7,
            Samples.NOW));
  }
}
