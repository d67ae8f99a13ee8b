package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.BREAKER_TRIP;
import static pairdesk.persistence.schema.Tables.CASH_SNAPSHOT;
import static pairdesk.persistence.schema.Tables.CONTROL_STATE;
import static pairdesk.persistence.schema.Tables.EXECUTION;
import static pairdesk.persistence.schema.Tables.FILL;
import static pairdesk.persistence.schema.Tables.ORDER_INTENT;
import static pairdesk.persistence.schema.Tables.PNL_DAY;
import static pairdesk.persistence.schema.Tables.SETTLEMENT;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.risk.BreakerState;

/** Reads back at start what the journal and the intent store wrote. */
public final class Recovery {
  private final Database database;

  public Recovery(Database database) {
    this.database = database;
  }

  /** Everything, in one consistent read. */
  public Recovered load(Instant now) {
    return database.transact(db ->
        new Recovered(
            controls(db),
            PairRows.inForce(db),
            ExecutionRows.list(db, goesOn(), Integer.MAX_VALUE),
            orders(db),
            FillRows.all(db),
            payouts(db),
            new Recovered.Money(cash(db), pnl(db), highWater(db)),
            breakers(db, now)));
  }

  static Controls controls(DSLContext db) {
    var row = db.selectFrom(CONTROL_STATE).fetchSingle();
    return new Controls(Mode.valueOf(row.getMode()), row.getHalted(), row.getHaltReason());
  }

  private static Usd highWater(DSLContext db) {
    return Rows.usd(db.selectFrom(CONTROL_STATE).fetchSingle(), CONTROL_STATE.HIGH_WATER_E6);
  }

  /** Not closed, or closed with a fill that may still be taken back. */
  private static Condition goesOn() {
    return ExecutionRows.isOpen()
        .or(
            EXECUTION.ID.in(
                DSL.select(ORDER_INTENT.EXECUTION_ID)
                    .from(ORDER_INTENT)
                    .join(FILL)
                    .on(FILL.CLIENT_ORDER_ID.eq(ORDER_INTENT.CLIENT_ORDER_ID))
                    .where(FILL.STATUS.eq(FillStatus.PROVISIONAL.name()))));
  }

  /** Orders that are not terminal, orders of open executions, and every order that has a fill. */
  private static List<Recovered.StoredOrder> orders(DSLContext db) {
    var openExecutions = DSL.select(EXECUTION.ID).from(EXECUTION).where(goesOn());
    return db.selectFrom(ORDER_INTENT)
        .where(
            OrderRows.isOpen()
                .or(ORDER_INTENT.EXECUTION_ID.in(openExecutions))
                .or(ORDER_INTENT.CLIENT_ORDER_ID.in(DSL.select(FILL.CLIENT_ORDER_ID).from(FILL))))
        .orderBy(ORDER_INTENT.INTENDED_AT, ORDER_INTENT.CLIENT_ORDER_ID)
        .fetch()
        .map(OrderRows::stored);
  }

  private static List<JournalRecord.PayoutBooked> payouts(DSLContext db) {
    return db.selectFrom(SETTLEMENT)
        .orderBy(SETTLEMENT.AT, SETTLEMENT.VENUE, SETTLEMENT.MARKET)
        .fetch()
        .map(row ->
            new JournalRecord.PayoutBooked(
                new MarketId(new VenueId(row.getVenue()), row.getMarket()),
                row.getYesValueE4(),
                Rows.usd(row, SETTLEMENT.PAID_E6),
                row.getAt()));
  }

  private static List<CashPosition> cash(DSLContext db) {
    return db.selectFrom(CASH_SNAPSHOT)
        .where(
            CASH_SNAPSHOT.ID.in(
                DSL.select(DSL.max(CASH_SNAPSHOT.ID))
                    .from(CASH_SNAPSHOT)
                    .groupBy(CASH_SNAPSHOT.VENUE, CASH_SNAPSHOT.SHARD)))
        .orderBy(CASH_SNAPSHOT.VENUE, CASH_SNAPSHOT.SHARD)
        .fetch()
        .map(row ->
            new CashPosition(
                new VenueId(row.getVenue()),
                row.getShard(),
                Rows.usd(row, CASH_SNAPSHOT.TOTAL_E6),
                Rows.usd(row, CASH_SNAPSHOT.RESERVED_E6),
                row.getReportedAt()));
  }

  static List<PnlDay> pnl(DSLContext db) {
    return db.selectFrom(PNL_DAY)
        .orderBy(PNL_DAY.DAY, PNL_DAY.VENUE, PNL_DAY.STRATEGY, PNL_DAY.PAIR_ID)
        .fetch()
        .map(row ->
            new PnlDay(
                row.getDay(),
                new VenueId(row.getVenue()),
                row.getStrategy(),
                Rows.pairId(row.getPairId()),
                Rows.usd(row, PNL_DAY.REALISED_E6),
                Rows.usd(row, PNL_DAY.FEES_E6)));
  }

  private static List<BreakerState> breakers(DSLContext db, Instant now) {
    return db.selectFrom(BREAKER_TRIP)
        .where(
            BREAKER_TRIP
                .RESET_AT
                .isNull()
                .and(BREAKER_TRIP.UNTIL.isNull().or(BREAKER_TRIP.UNTIL.gt(now))))
        .orderBy(BREAKER_TRIP.SINCE, BREAKER_TRIP.NAME)
        .fetch()
        .map(
            row -> new BreakerState(row.getName(), row.getCause(), row.getSince(), row.getUntil()));
  }
}
