package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.BREAKER_TRIP;
import static pairdesk.persistence.schema.Tables.CASH_SNAPSHOT;
import static pairdesk.persistence.schema.Tables.CONTROL_STATE;
import static pairdesk.persistence.schema.Tables.EXECUTION;
import static pairdesk.persistence.schema.Tables.FILL;
import static pairdesk.persistence.schema.Tables.ORDER_INTENT;
import static pairdesk.persistence.schema.Tables.PAIR;
import static pairdesk.persistence.schema.Tables.PNL_DAY;
import static pairdesk.persistence.schema.Tables.SETTLEMENT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.loop.EngineSettings;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.risk.BreakerState;

/**
 * Reads back at start what the journal and the intent store wrote: what is open, and what was a
 * short while ago, so that a fill which comes late finds its order. What is over for long stays
 * where it is; the books know it by its sums.
 */
public final class Recovery {
  /** As long as a running process remembers what is closed. */
  private static final Duration LATELY = EngineSettings.Rhythm.DEFAULTS.remembered();

  private final Database database;

  public Recovery(Database database) {
    this.database = database;
  }

  /** All of it, in one consistent read. */
  public Recovered load(Instant now) {
    Instant lately = now.minus(LATELY);
    return database.transact(db ->
        new Recovered(
            controls(db),
            PairRows.inForceOrHeld(db),
            ExecutionRows.list(db, goesOn(lately), Integer.MAX_VALUE),
            orders(db, lately),
            FillRows.list(db, isMoving(FILL.VENUE, FILL.MARKET, lately).or(isOnPaper())),
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

  /** Not closed, or closed lately, or closed with a fill that may still be taken back. */
  private static Condition goesOn(Instant lately) {
    return ExecutionRows.isOpen()
        .or(EXECUTION.UPDATED_AT.gt(lately))
        .or(
            EXECUTION.ID.in(
                DSL.select(ORDER_INTENT.EXECUTION_ID)
                    .from(ORDER_INTENT)
                    .join(FILL)
                    .on(FILL.CLIENT_ORDER_ID.eq(ORDER_INTENT.CLIENT_ORDER_ID))
                    .where(FILL.STATUS.eq(FillStatus.PROVISIONAL.name()))));
  }

  /**
   * Whether something of a market is open or was lately: then all its fills are needed, since what
   * is held is the fold of all of them. So it is of a market of whose pair the other one is held:
   * one of them has paid, and the other has not.
   */
  private static Condition isMoving(Field<String> venue, Field<String> market, Instant lately) {
    return DSL.row(venue, market)
        .in(
            DSL.select(FILL.VENUE, FILL.MARKET)
                .from(FILL)
                .where(FILL.AT.gt(lately).or(FILL.STATUS.eq(FillStatus.PROVISIONAL.name())))
                .union(PairRows.held())
                .union(
                    DSL.select(PAIR.LEFT_VENUE, PAIR.LEFT_CODE)
                        .from(PAIR)
                        .where(PairRows.holdsRight()))
                .union(
                    DSL.select(PAIR.RIGHT_VENUE, PAIR.RIGHT_CODE)
                        .from(PAIR)
                        .where(PairRows.holdsLeft()))
                .union(
                    DSL.select(ORDER_INTENT.VENUE, ORDER_INTENT.MARKET)
                        .from(ORDER_INTENT)
                        .where(
                            OrderRows.isOpen().or(ORDER_INTENT.EXECUTION_ID.in(openIds(lately))))));
  }

  private static Select<Record1<String>> openIds(Instant lately) {
    return DSL.select(EXECUTION.ID).from(EXECUTION).where(goesOn(lately));
  }

  /** Paper books have no rows but their fills: all of them are needed, for ever. */
  private static Condition isOnPaper() {
    return FILL.CLIENT_ORDER_ID.in(
        DSL.select(ORDER_INTENT.CLIENT_ORDER_ID)
            .from(ORDER_INTENT)
            .where(ORDER_INTENT.MODE.eq(Mode.PAPER.name())));
  }

  /** Orders that are not terminal, of executions that go on, and those whose fills are loaded. */
  private static List<Recovered.StoredOrder> orders(DSLContext db, Instant lately) {
    return db.selectFrom(ORDER_INTENT)
        .where(
            OrderRows.isOpen()
                .or(ORDER_INTENT.EXECUTION_ID.in(openIds(lately)))
                .or(
                    ORDER_INTENT.CLIENT_ORDER_ID.in(
                        DSL.select(FILL.CLIENT_ORDER_ID)
                            .from(FILL)
                            .where(isMoving(FILL.VENUE, FILL.MARKET, lately).or(isOnPaper())))))
        .orderBy(ORDER_INTENT.INTENDED_AT, ORDER_INTENT.CLIENT_ORDER_ID)
        .fetch()
        .map(OrderRows::stored);
  }

  static List<JournalRecord.PayoutBooked> payouts(DSLContext db) {
    return db.selectFrom(SETTLEMENT)
        .orderBy(SETTLEMENT.AT, SETTLEMENT.VENUE, SETTLEMENT.MARKET)
        .fetch()
        .map(row ->
            new JournalRecord.PayoutBooked(
                Mode.valueOf(row.getMode()),
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
