package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.EXECUTION;
import static pairdesk.persistence.schema.Tables.EXECUTION_LEG;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Result;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.persistence.schema.tables.records.ExecutionLegRecord;
import pairdesk.persistence.schema.tables.records.ExecutionRecord;

/** Executions with their legs. */
final class ExecutionRows {
  private ExecutionRows() {}

  static void write(DSLContext db, ExecutionSnapshot execution) {
    ExecutionRecord row = row(execution);
    db.insertInto(EXECUTION).set(row).onDuplicateKeyUpdate().set(row).execute();
    for (ExecutionLegRecord leg : legs(execution)) {
      db.insertInto(EXECUTION_LEG).set(leg).onDuplicateKeyUpdate().set(leg).execute();
    }
  }

  static List<ExecutionLegRecord> legs(ExecutionSnapshot execution) {
    var legs = new ArrayList<ExecutionLegRecord>();
    for (int i = 0; i < execution.legs().size(); i++) {
      legs.add(row(execution.id(), i, execution.legs().get(i)));
    }
    return legs;
  }

  /** Executions of this kind, newest first. */
  static List<ExecutionSnapshot> list(DSLContext db, Condition which, int limit) {
    return withLegs(
        db,
        db.selectFrom(EXECUTION)
            .where(which)
            .orderBy(EXECUTION.STARTED_AT.desc(), EXECUTION.ID.desc())
            .limit(limit)
            .fetch());
  }

  /** Executions of this kind, oldest first. */
  static List<ExecutionSnapshot> oldest(DSLContext db, Condition which, int limit) {
    return withLegs(
        db,
        db.selectFrom(EXECUTION)
            .where(which)
            .orderBy(EXECUTION.STARTED_AT, EXECUTION.ID)
            .limit(limit)
            .fetch());
  }

  private static List<ExecutionSnapshot> withLegs(DSLContext db, Result<ExecutionRecord> rows) {
    var executions = new ArrayList<ExecutionSnapshot>();
    var legs =
        db.selectFrom(EXECUTION_LEG)
            .where(EXECUTION_LEG.EXECUTION_ID.in(rows.getValues(EXECUTION.ID)))
            .orderBy(EXECUTION_LEG.LEG)
            .fetchGroups(EXECUTION_LEG.EXECUTION_ID, ExecutionRows::leg);
    for (ExecutionRecord row : rows) {
      executions.add(execution(row, legs.getOrDefault(row.getId(), List.of())));
    }
    return executions;
  }

  static Condition isOpen() {
    var closed = new ArrayList<String>();
    for (ExecutionState state : ExecutionState.values()) {
      if (state.isClosed()) {
        closed.add(state.name());
      }
    }
    return EXECUTION.STATE.notIn(closed);
  }

  static ExecutionRecord row(ExecutionSnapshot execution) {
    var row = new ExecutionRecord();
    row.setId(execution.id().value());
    row.setOpportunityId(execution.opportunity().value());
    row.setStrategy(execution.strategy());
    row.setPairId(Rows.pairValue(execution.pair()));
    row.setMode(execution.mode().name());
    row.setState(execution.state().name());
    row.setPlannedE6(execution.planned().e6());
    row.setPaying((short) execution.paying());
    row.setExpectedE6(execution.result().expected().e6());
    row.setRealisedE6(execution.result().realised().e6());
    row.setNote(execution.result().note());
    row.setStartedAt(execution.times().started());
    row.setUpdatedAt(execution.times().updated());
    row.setHedgedAt(execution.times().hedged());
    return row;
  }

  private static ExecutionLegRecord row(
      ExecutionId id, int index, ExecutionSnapshot.LegSnapshot leg) {
    var row = new ExecutionLegRecord();
    row.setExecutionId(id.value());
    row.setLeg((short) index);
    row.setVenue(leg.instrument().venue().code());
    row.setMarket(leg.instrument().market().code());
    row.setOutcome(leg.instrument().outcome().name());
    row.setWorstE4(leg.worst().e4());
    row.setBoughtE6(leg.bought().e6());
    row.setSoldE6(leg.sold().e6());
    row.setProvisionalE6(leg.provisional().e6());
    row.setSpentE6(leg.spent().e6());
    row.setReceivedE6(leg.received().e6());
    row.setFeesE6(leg.fees().e6());
    return row;
  }

  private static ExecutionSnapshot execution(
      ExecutionRecord row, List<ExecutionSnapshot.LegSnapshot> legs) {
    return new ExecutionSnapshot(
        new ExecutionId(row.getId()),
        new OpportunityId(row.getOpportunityId()),
        row.getStrategy(),
        Rows.pairId(row.getPairId()),
        Mode.valueOf(row.getMode()),
        ExecutionState.valueOf(row.getState()),
        Rows.quantity(row, EXECUTION.PLANNED_E6),
        row.getPaying(),
        legs,
        new ExecutionSnapshot.Result(
            Rows.usd(row, EXECUTION.EXPECTED_E6),
            Rows.usd(row, EXECUTION.REALISED_E6),
            row.getNote()),
        new ExecutionSnapshot.Times(row.getStartedAt(), row.getUpdatedAt(), row.getHedgedAt()));
  }

  private static ExecutionSnapshot.LegSnapshot leg(ExecutionLegRecord row) {
    return new ExecutionSnapshot.LegSnapshot(
        Rows.instrument(row.getVenue(), row.getMarket(), row.getOutcome()),
        Rows.price(row, EXECUTION_LEG.WORST_E4),
        Rows.quantity(row, EXECUTION_LEG.BOUGHT_E6),
        Rows.quantity(row, EXECUTION_LEG.SOLD_E6),
        Rows.quantity(row, EXECUTION_LEG.PROVISIONAL_E6),
        Rows.usd(row, EXECUTION_LEG.SPENT_E6),
        Rows.usd(row, EXECUTION_LEG.RECEIVED_E6),
        Rows.usd(row, EXECUTION_LEG.FEES_E6));
  }
}
