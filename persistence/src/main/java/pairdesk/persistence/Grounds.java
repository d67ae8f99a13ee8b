package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.EXECUTION;
import static pairdesk.persistence.schema.Tables.EXECUTION_LEG;
import static pairdesk.persistence.schema.Tables.FILL;
import static pairdesk.persistence.schema.Tables.OPPORTUNITY;
import static pairdesk.persistence.schema.Tables.OPPORTUNITY_LEG;
import static pairdesk.persistence.schema.Tables.VERDICT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.opportunity.Opportunity;

/** The rows that intents rest on, by their tables. */
final class Grounds {
  private final Map<Table<?>, List<Record>> rows = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException for a row that no intent can rest on
   */
  static Grounds of(List<JournalRecord> records) {
    var grounds = new Grounds();
    records.forEach(grounds::add);
    return grounds;
  }

  private void add(JournalRecord record) {
    switch (record) {
      case JournalRecord.OpportunityFound(Opportunity.Bundle bundle) -> {
        put(OPPORTUNITY, OpportunityRows.row(bundle));
        OpportunityRows.legs(bundle).forEach(leg -> put(OPPORTUNITY_LEG, leg));
      }
      case JournalRecord.VerdictGiven(var verdict) -> put(VERDICT, VerdictRows.row(verdict));
      case JournalRecord.FillBooked(var fill) -> put(FILL, FillRows.row(fill));
      case JournalRecord.ExecutionChanged(var execution) -> {
        put(EXECUTION, ExecutionRows.row(execution));
        ExecutionRows.legs(execution).forEach(leg -> put(EXECUTION_LEG, leg));
      }
      case JournalRecord.OrderMoved _,
          JournalRecord.PositionChanged _,
          JournalRecord.CashChanged _,
          JournalRecord.PnlChanged _,
          JournalRecord.HighWaterChanged _,
          JournalRecord.PayoutBooked _,
          JournalRecord.BreakerTripped _,
          JournalRecord.BreakerReset _,
          JournalRecord.ControlChanged _,
          JournalRecord.PairChanged _,
          JournalRecord.Reconciled _ ->
          throw new IllegalArgumentException("no intent rests on " + record);
    }
  }

  private void put(Table<?> table, Record row) {
    rows.computeIfAbsent(table, _ -> new ArrayList<>()).add(row);
  }

  /** Opportunities and verdicts, each that is there already left as it is. */
  void writeJudgements(DSLContext db) {
    for (Table<?> table : List.of(OPPORTUNITY, OPPORTUNITY_LEG, VERDICT)) {
      NewRows.insert(db, table, rows.getOrDefault(table, List.of()));
    }
  }

  /** The rows of this table; null when there are none. */
  @Nullable String json(Table<?> table) {
    List<Record> wanted = rows.get(table);
    return wanted == null ? null : RowJson.of(wanted);
  }
}
