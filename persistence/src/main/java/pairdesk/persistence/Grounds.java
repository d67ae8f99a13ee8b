package pairdesk.persistence;

import static java.util.stream.Collectors.joining;
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
    if (rows.containsKey(OPPORTUNITY)) {
      db.fetchValue(
          "select write_opportunities(?::jsonb, ?::jsonb)",
          json(OPPORTUNITY),
          json(OPPORTUNITY_LEG));
    }
    if (rows.containsKey(VERDICT)) {
      db.fetchValue("select write_verdicts(?::jsonb)", json(VERDICT));
    }
  }

  private String json(Table<?> table) {
    return RowJson.of(rows.getOrDefault(table, List.of()));
  }

  String json() {
    return rows.entrySet().stream()
        .map(table -> "\"" + table.getKey().getName() + "\":" + RowJson.of(table.getValue()))
        .collect(joining(",", "{", "}"));
  }
}
