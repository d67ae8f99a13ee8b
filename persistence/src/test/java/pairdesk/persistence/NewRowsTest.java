package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.persistence.schema.Tables.OPPORTUNITY;
import static pairdesk.persistence.schema.Tables.VERDICT;

import java.time.Instant;
import java.util.List;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.persistence.schema.tables.records.OpportunityRecord;
import pairdesk.persistence.schema.tables.records.VerdictRecord;

class NewRowsTest {
  private final Database database = Database.open(TestDatabase.fresh());

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyValueComesBackAsItWas() {
    var gaps =
        List.of(
            gap("o1", 42L, 912, "2026-11-20T10:00:00.123456Z"),
            gap("o2", null, null, "1969-12-31T23:59:59.999999Z"));
    insert(OPPORTUNITY, gaps);
    assertEquals(
        gaps, database.read(db -> db.selectFrom(OPPORTUNITY).orderBy(OPPORTUNITY.ID).fetch()));

    var verdicts =
        List.of(
            verdict("v1", "o1", "{\"a\",b} \\ 'c' NULL\n\té日\ud83d\ude00"),
            verdict("v2", "o2", ""),
            verdict("v3", "o2", "NULL"));
    insert(VERDICT, verdicts);
    assertEquals(verdicts, database.read(db -> db.selectFrom(VERDICT).orderBy(VERDICT.ID).fetch()));
  }

  @Test
  void whatIsThereStaysAndWhatIsTwiceCountsOnce() {
    insert(OPPORTUNITY, List.of(gap("o1", 1L, 10, "2026-11-20T10:00:00Z")));
    insert(
        OPPORTUNITY,
        List.of(
            gap("o1", 2L, 20, "2026-11-20T11:00:00Z"),
            gap("o2", 3L, 30, "2026-11-20T12:00:00Z"),
            gap("o2", 4L, 40, "2026-11-20T13:00:00Z")));
    assertEquals(
        List.of(1L, 3L),
        database.read(
            db -> db.selectFrom(OPPORTUNITY).orderBy(OPPORTUNITY.ID).fetch(OPPORTUNITY.PAIR_ID)));
  }

  @Test
  void oneThatIsRefusedLeavesOutAll() {
    insert(OPPORTUNITY, List.of(gap("o1", 1L, 10, "2026-11-20T10:00:00Z")));
    var rows = List.of(verdict("v1", "o1", "known"), verdict("v2", "nobody's", "unknown"));
    var refused = assertThrows(DatabaseException.class, () -> insert(VERDICT, rows));
    assertTrue(refused.isAnyOf(List.of("23503")), refused::getMessage);
    int written = database.read(db -> db.fetchCount(VERDICT));
    assertEquals(0, written);
  }

  private void insert(Table<?> table, List<? extends TableRecord<?>> rows) {
    database.run(db -> NewRows.insert(db, table, rows));
  }

  private static OpportunityRecord gap(
      String id, @Nullable Long pair, @Nullable Integer annualised, String at) {
    return new OpportunityRecord(
        id, "cross-venue", pair, 50_000_000L, 47L, 1L, -2L, annualised, Instant.parse(at));
  }

  private static VerdictRecord verdict(String id, String gap, String why) {
    var row = new VerdictRecord();
    row.setId(id);
    row.setOpportunityId(gap);
    row.setKind("REFUSE");
    row.setRule("one-market");
    row.setWhy(why);
    row.setSettingsVersion(7L);
    row.setAt(Samples.NOW);
    return row;
  }
}
