package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;

/** Long tables come back whole, in order, each row once, whatever the pages are. */
class ArchiveTest {
  private static final Instant NOW = Samples.NOW;
  private static final Archive.Span ALL =
      new Archive.Span(NOW.minusSeconds(3600), NOW.plusSeconds(3600));
  private static final int ROWS = 2 * Pages.SIZE + 1;

  private final Database database = Database.open(TestDatabase.fresh());
  private final Archive archive = new Archive(database);

  @AfterEach
  void close() {
    database.close();
  }

  /** Ten rows at each moment, so that pages end between rows of one moment. */
  @Test
  void fillsOfOneMomentAreNeitherLostNorRepeatedBetweenPages() {
    database.run(db ->
        db.execute(
            """
            insert into fill
            select 'kalshi', 't' || lpad(n::text, 5, '0'), 'v1', null, 'KX', 'YES', 'BUY', 1000000, 4000, 0,
                   'TAKER', 'FINAL', {0}::timestamptz + n / 10 * interval '1 microsecond'
              from generate_series(1, {1}) n
            """,
            DSL.val(NOW), DSL.val(ROWS)));
    List<String> trades =
        fills(Mode.LIVE).stream().map(traded -> traded.fill().key().trade()).toList();
    assertEquals(IntStream.rangeClosed(1, ROWS).mapToObj("t%05d"::formatted).toList(), trades);
    assertEquals(List.of(), fills(Mode.PAPER));
  }

  @Test
  void executionsOfOneMomentAreNeitherLostNorRepeatedBetweenPages() {
    database.run(db ->
        db.execute(
            """
            insert into execution (id, opportunity_id, strategy, state, planned_e6, expected_e6, realised_e6, note,
                                   started_at, updated_at, mode)
            select 'e' || lpad(n::text, 5, '0'), 'o', 's', 'COMPLETE', 1, 1, 1, '',
                   {0}::timestamptz + n / 10 * interval '1 microsecond', {0}, 'PAPER'
              from generate_series(1, {1}) n
            """,
            DSL.val(NOW), DSL.val(ROWS)));
    List<String> ids = executions().stream().map(execution -> execution.id().value()).toList();
    assertEquals(IntStream.rangeClosed(1, ROWS).mapToObj("e%05d"::formatted).toList(), ids);
  }

  @Test
  void actionsComeInTheOrderOfTheirChain() {
    var audit = new Audit(database);
    var request = new Pairs.Request(new Actor("1", "ada"), "cli", "");
    audit.append(request, "first", "", NOW);
    audit.append(request, "second", "", NOW);
    List<Archive.Chained> chain = actions(ALL);
    assertEquals(
        List.of("first", "second"), chain.stream().map(one -> one.entry().action()).toList());
    assertEquals(chain.getFirst().hash(), chain.getLast().hashBefore());
  }

  @Test
  void anOpportunityHasItsLastVerdictOrNone() {
    var lease = new Lease(database, "main", "test", () -> NOW);
    var held = ((Lease.Taken.Ours) lease.take()).held();
    try (var journal =
        new PostgresJournal(database, held, () -> NOW, PostgresJournal.Room.DEFAULTS)) {
      journal.append(List.of(new JournalRecord.OpportunityFound(Samples.opportunity())));
      journal.flush();
      assertNull(opportunities().getFirst().verdict());
      verdict(journal, "v1", new Verdict.Refuse("net-edge", "too small"), 0);
      verdict(journal, "v2", new Verdict.Allow(), 1);
      journal.flush();
    }
    Archive.Judged judged = opportunities().getFirst();
    assertEquals(Samples.opportunity(), judged.opportunity());
    assertEquals(record("v2", new Verdict.Allow(), 1), judged.verdict());
  }

  private static void verdict(PostgresJournal journal, String id, Verdict verdict, int later) {
    journal.append(List.of(new JournalRecord.VerdictGiven(record(id, verdict, later))));
  }

  private static VerdictRecord record(String id, Verdict verdict, int later) {
    return new VerdictRecord(id, Samples.opportunity().id(), verdict, 7, NOW.plusSeconds(later));
  }

  @Test
  void theSpanBeginsWithItsFirstMomentAndEndsBeforeItsLast() {
    var audit = new Audit(database);
    var request = new Pairs.Request(new Actor("1", "ada"), "cli", "");
    for (int n = 0; n < 4; n++) {
      audit.append(request, "action " + n, "", NOW.plusSeconds(n));
    }
    var middle = new Archive.Span(NOW.plusSeconds(1), NOW.plusSeconds(3));
    assertEquals(
        List.of("action 1", "action 2"),
        actions(middle).stream().map(one -> one.entry().action()).toList());
  }

  private List<Archive.Traded> fills(Mode mode) {
    var all = new ArrayList<Archive.Traded>();
    archive.fills(mode, ALL, all::add);
    return all;
  }

  private List<ExecutionSnapshot> executions() {
    var all = new ArrayList<ExecutionSnapshot>();
    archive.executions(Mode.PAPER, ALL, all::add);
    return all;
  }

  private List<Archive.Judged> opportunities() {
    var all = new ArrayList<Archive.Judged>();
    archive.opportunities(ALL, all::add);
    return all;
  }

  private List<Archive.Chained> actions(Archive.Span span) {
    var all = new ArrayList<Archive.Chained>();
    archive.audit(span, all::add);
    return all;
  }
}
