package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.BREAKER_TRIP;
import static pairdesk.persistence.schema.Tables.CASH_SNAPSHOT;
import static pairdesk.persistence.schema.Tables.CONTROL_STATE;
import static pairdesk.persistence.schema.Tables.ORDER_INTENT;
import static pairdesk.persistence.schema.Tables.ORDER_REPORT;
import static pairdesk.persistence.schema.Tables.PAIR;
import static pairdesk.persistence.schema.Tables.PNL_DAY;
import static pairdesk.persistence.schema.Tables.POSITION;
import static pairdesk.persistence.schema.Tables.RECONCILIATION;
import static pairdesk.persistence.schema.Tables.SETTLEMENT;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.portfolio.Position;

/** One journal record into its table. Every record may be written twice and counts once. */
final class JournalWriter {
  private JournalWriter() {}

  /** In their order; what was seen and judged in a row goes together, for of that there is most. */
  static void write(DSLContext db, List<JournalRecord> rows) {
    int from = 0;
    while (from < rows.size()) {
      int to = from;
      while (to < rows.size() && isJudgement(rows.get(to))) {
        to++;
      }
      if (to == from) {
        write(db, rows.get(from));
        from++;
      } else {
        Grounds.of(rows.subList(from, to)).writeJudgements(db);
        from = to;
      }
    }
  }

  private static boolean isJudgement(JournalRecord row) {
    return row instanceof JournalRecord.OpportunityFound
        || row instanceof JournalRecord.VerdictGiven;
  }

  static void write(DSLContext db, JournalRecord row) {
    switch (row) {
      case JournalRecord.OpportunityFound _, JournalRecord.VerdictGiven _ ->
          Grounds.of(List.of(row)).writeJudgements(db);
      case JournalRecord.ExecutionChanged changed -> ExecutionRows.write(db, changed.execution());
      case JournalRecord.OrderMoved moved -> orderMoved(db, moved);
      case JournalRecord.FillBooked booked -> FillRows.write(db, booked.fill());
      case JournalRecord.PositionChanged changed -> position(db, changed);
      case JournalRecord.CashChanged changed -> cash(db, changed);
      case JournalRecord.PnlChanged changed -> pnl(db, changed.day());
      case JournalRecord.HighWaterChanged changed ->
          db.update(CONTROL_STATE)
              .set(CONTROL_STATE.HIGH_WATER_E6, changed.equity().e6())
              .where(DSL.trueCondition())
              .execute();
      case JournalRecord.PayoutBooked booked -> payout(db, booked);
      case JournalRecord.BreakerTripped tripped -> breaker(db, tripped);
      case JournalRecord.BreakerReset reset ->
          db.update(BREAKER_TRIP)
              .set(BREAKER_TRIP.RESET_AT, reset.at())
              .set(BREAKER_TRIP.RESET_BY, reset.by())
              .where(BREAKER_TRIP.NAME.eq(reset.name()).and(BREAKER_TRIP.RESET_AT.isNull()))
              .execute();
      case JournalRecord.ControlChanged changed -> ControlStore.decided(db, changed);
      case JournalRecord.PairChanged changed ->
          db.update(PAIR)
              .set(PAIR.STATUS, changed.pair().status().name())
              .set(PAIR.CHANGED_AT, changed.at())
              .set(PAIR.CHANGED_BY, changed.by())
              .where(PAIR.ID.eq(changed.pair().id().value()))
              .execute();
      case JournalRecord.Reconciled reconciled ->
          db.insertInto(RECONCILIATION)
              .set(RECONCILIATION.VENUE, reconciled.venue().code())
              .set(RECONCILIATION.CLEAN, reconciled.clean())
              .set(RECONCILIATION.DIFFERENCES, reconciled.differences())
              .set(RECONCILIATION.AT, reconciled.at())
              .execute();
    }
  }

  /** A report that says nothing new of an order is left out, so that replays add no rows. */
  private static void orderMoved(DSLContext db, JournalRecord.OrderMoved moved) {
    var now =
        db.select(ORDER_INTENT.STATE, ORDER_INTENT.FILLED_E6, ORDER_INTENT.VENUE_ORDER_ID)
            .from(ORDER_INTENT)
            .where(ORDER_INTENT.CLIENT_ORDER_ID.eq(moved.id().value()))
            .fetchOne();
    if (now == null) {
      throw new IllegalStateException("a report about an order without an intent: " + moved.id());
    }
    OrderState state = OrderState.valueOf(now.value1());
    boolean known =
        state == moved.state()
            && now.value2() >= moved.filled().e6()
            && (moved.venueOrderId() == null || now.value3() != null);
    if (known) {
      return;
    }
    db.insertInto(ORDER_REPORT)
        .set(ORDER_REPORT.CLIENT_ORDER_ID, moved.id().value())
        .set(ORDER_REPORT.STATE, moved.state().name())
        .set(ORDER_REPORT.VENUE_ORDER_ID, moved.venueOrderId())
        .set(ORDER_REPORT.FILLED_E6, moved.filled().e6())
        .set(ORDER_REPORT.EVIDENCE, moved.evidence())
        .set(ORDER_REPORT.AT, moved.at())
        .execute();
  }

  private static void position(DSLContext db, JournalRecord.PositionChanged changed) {
    Position position = changed.position();
    var row = db.newRecord(POSITION);
    row.setVenue(position.instrument().venue().code());
    row.setMarket(position.instrument().market().code());
    row.setOutcome(position.instrument().outcome().name());
    row.setQuantityE6(position.quantity().e6());
    row.setProvisionalE6(position.provisional().e6());
    row.setCostE6(position.cost().e6());
    row.setFeesE6(position.fees().e6());
    row.setRealisedE6(position.realised().e6());
    row.setUpdatedAt(changed.at());
    db.insertInto(POSITION).set(row).onDuplicateKeyUpdate().set(row).execute();
  }

  private static void cash(DSLContext db, JournalRecord.CashChanged changed) {
    CashPosition cash = changed.cash();
    db.insertInto(CASH_SNAPSHOT)
        .set(CASH_SNAPSHOT.VENUE, cash.venue().code())
        .set(CASH_SNAPSHOT.SHARD, cash.shard())
        .set(CASH_SNAPSHOT.TOTAL_E6, cash.total().e6())
        .set(CASH_SNAPSHOT.RESERVED_E6, cash.reserved().e6())
        .set(CASH_SNAPSHOT.REPORTED_AT, cash.reportedAt())
        .set(CASH_SNAPSHOT.AT, changed.at())
        .execute();
  }

  private static void pnl(DSLContext db, PnlDay day) {
    Long pair = Rows.pairValue(day.pair());
    db.insertInto(PNL_DAY)
        .set(PNL_DAY.DAY, day.day())
        .set(PNL_DAY.VENUE, day.venue().code())
        .set(PNL_DAY.STRATEGY, day.strategy())
        .set(PNL_DAY.PAIR_ID, pair)
        .set(PNL_DAY.REALISED_E6, day.realised().e6())
        .set(PNL_DAY.FEES_E6, day.fees().e6())
        .onConflict(PNL_DAY.DAY, PNL_DAY.VENUE, PNL_DAY.STRATEGY, PNL_DAY.PAIR_ID)
        .doUpdate()
        .set(PNL_DAY.REALISED_E6, day.realised().e6())
        .set(PNL_DAY.FEES_E6, day.fees().e6())
        .execute();
  }

  private static void payout(DSLContext db, JournalRecord.PayoutBooked booked) {
    db.insertInto(SETTLEMENT)
        .set(SETTLEMENT.MODE, booked.mode().name())
        .set(SETTLEMENT.VENUE, booked.market().venue().code())
        .set(SETTLEMENT.MARKET, booked.market().code())
        .set(SETTLEMENT.YES_VALUE_E4, booked.yesValueE4())
        .set(SETTLEMENT.PAID_E6, booked.paid().e6())
        .set(SETTLEMENT.AT, booked.at())
        .onConflict(SETTLEMENT.VENUE, SETTLEMENT.MARKET, SETTLEMENT.MODE)
        .doUpdate()
        .set(SETTLEMENT.YES_VALUE_E4, booked.yesValueE4())
        .set(SETTLEMENT.PAID_E6, booked.paid().e6())
        .execute();
  }

  private static void breaker(DSLContext db, JournalRecord.BreakerTripped tripped) {
    db.insertInto(BREAKER_TRIP)
        .set(BREAKER_TRIP.NAME, tripped.breaker().name())
        .set(BREAKER_TRIP.CAUSE, tripped.breaker().cause())
        .set(BREAKER_TRIP.SINCE, tripped.breaker().since())
        .set(BREAKER_TRIP.UNTIL, tripped.breaker().until())
        .onConflictDoNothing()
        .execute();
  }
}
