package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.EXECUTION;
import static pairdesk.persistence.schema.Tables.FILL;
import static pairdesk.persistence.schema.Tables.OPPORTUNITY;
import static pairdesk.persistence.schema.Tables.OPPORTUNITY_LEG;
import static pairdesk.persistence.schema.Tables.ORDER_INTENT;
import static pairdesk.persistence.schema.Tables.POSITION;
import static pairdesk.persistence.schema.Tables.VERDICT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.portfolio.Position;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.persistence.schema.tables.records.VerdictRecord;

/** What was found and done, as the console and exports ask for it. */
public final class History {
  private final Database database;

  public History(Database database) {
    this.database = database;
  }

  /** An opportunity with the verdict on it. */
  public record Judged(Opportunity.Bundle opportunity, Verdict verdict) {}

  /** Opportunities since a moment, newest first. */
  public List<Judged> opportunities(Instant since, int limit) {
    return database.read(db -> {
      var judged = new ArrayList<Judged>();
      var rows =
          db.selectFrom(OPPORTUNITY)
              .where(OPPORTUNITY.FOUND_AT.ge(since))
              .orderBy(OPPORTUNITY.FOUND_AT.desc())
              .limit(limit)
              .fetch();
      for (var row : rows) {
        verdict(db, row.getId())
            .ifPresent(verdict ->
                judged.add(
                    new Judged(OpportunityRows.bundle(row, legs(db, row.getId())), verdict)));
      }
      return judged;
    });
  }

  private static List<pairdesk.persistence.schema.tables.records.OpportunityLegRecord> legs(
      DSLContext db, String opportunity) {
    return db.selectFrom(OPPORTUNITY_LEG)
        .where(OPPORTUNITY_LEG.OPPORTUNITY_ID.eq(opportunity))
        .orderBy(OPPORTUNITY_LEG.LEG)
        .fetch();
  }

  private static Optional<Verdict> verdict(DSLContext db, String opportunity) {
    return db.selectFrom(VERDICT)
        .where(VERDICT.OPPORTUNITY_ID.eq(opportunity))
        .orderBy(VERDICT.AT.desc())
        .limit(1)
        .fetchOptional()
        .map(History::verdict);
  }

  static Verdict verdict(VerdictRecord row) {
    return switch (row.getKind()) {
      case "ALLOW" -> new Verdict.Allow();
      case "SHRINK" ->
          new Verdict.Shrink(
              Quantity.ofE6(Rows.value(row, VERDICT.SHARES_E6)), row.getRule(), row.getWhy());
      case "REFUSE" -> new Verdict.Refuse(row.getRule(), row.getWhy());
      default -> throw new IllegalStateException("verdict kind " + row.getKind());
    };
  }

  /** Executions of this mode, newest first. */
  public List<ExecutionSnapshot> executions(Mode mode, int limit) {
    return database.read(db -> ExecutionRows.list(db, EXECUTION.MODE.eq(mode.name()), limit));
  }

  /** Executions of this pair in both modes, newest first. */
  public List<ExecutionSnapshot> executionsOf(PairId pair, int limit) {
    return database.read(db -> ExecutionRows.list(db, EXECUTION.PAIR_ID.eq(pair.value()), limit));
  }

  /** Executions of this mode that closed since a moment, newest first. */
  public List<ExecutionSnapshot> closedSince(Mode mode, Instant since) {
    return database.read(db ->
        ExecutionRows.list(
            db,
            DSL.not(ExecutionRows.isOpen())
                .and(EXECUTION.MODE.eq(mode.name()))
                .and(EXECUTION.UPDATED_AT.ge(since)),
            Integer.MAX_VALUE));
  }

  public Optional<ExecutionSnapshot> execution(ExecutionId id) {
    return database.read(
        db -> ExecutionRows.list(db, EXECUTION.ID.eq(id.value()), 1).stream().findFirst());
  }

  /** Orders of this mode, newest first. */
  public List<Recovered.StoredOrder> orders(Mode mode, int limit) {
    return orders(ORDER_INTENT.MODE.eq(mode.name()), limit);
  }

  /** Orders of this mode that are not terminal, newest first. */
  public List<Recovered.StoredOrder> openOrders(Mode mode, int limit) {
    return orders(OrderRows.isOpen().and(ORDER_INTENT.MODE.eq(mode.name())), limit);
  }

  /** One order with its last state. */
  public Optional<Recovered.StoredOrder> order(ClientOrderId id) {
    return orders(ORDER_INTENT.CLIENT_ORDER_ID.eq(id.value()), 1).stream().findFirst();
  }

  private List<Recovered.StoredOrder> orders(Condition which, int limit) {
    return database.read(db ->
        db.selectFrom(ORDER_INTENT)
            .where(which)
            .orderBy(ORDER_INTENT.INTENDED_AT.desc())
            .limit(limit)
            .fetch()
            .map(OrderRows::stored));
  }

  /** Fills, oldest first. */
  public List<Fill> fills(Instant since) {
    return database.read(db ->
        db.selectFrom(FILL).where(FILL.AT.ge(since)).orderBy(FILL.AT).fetch().map(FillRows::fill));
  }

  /** An opportunity with the last verdict on it. */
  public Optional<Archive.Judged> opportunity(OpportunityId id) {
    return database.read(
        db -> OpportunityRows.oldest(db, OPPORTUNITY.ID.eq(id.value()), 1).stream().findFirst());
  }

  /** The newest opportunity of a pair, with the last verdict on it. */
  public Optional<Archive.Judged> lastOpportunity(PairId pair) {
    return database.read(db ->
        db.select(OPPORTUNITY.ID)
            .from(OPPORTUNITY)
            .where(OPPORTUNITY.PAIR_ID.eq(pair.value()))
            .orderBy(OPPORTUNITY.FOUND_AT.desc(), OPPORTUNITY.ID.desc())
            .limit(1)
            .fetchOptional(OPPORTUNITY.ID)
            .flatMap(
                id -> OpportunityRows.oldest(db, OPPORTUNITY.ID.eq(id), 1).stream().findFirst()));
  }

  /** What is held at the venues now or was once, by instrument. */
  public List<Position> positions() {
    return database.read(db ->
        db.selectFrom(POSITION)
            .orderBy(POSITION.VENUE, POSITION.MARKET, POSITION.OUTCOME)
            .fetch()
            .map(row ->
                new Position(
                    Rows.instrument(row.getVenue(), row.getMarket(), row.getOutcome()),
                    Rows.quantity(row, POSITION.QUANTITY_E6),
                    Rows.quantity(row, POSITION.PROVISIONAL_E6),
                    Rows.usd(row, POSITION.COST_E6),
                    Rows.usd(row, POSITION.FEES_E6),
                    Rows.usd(row, POSITION.REALISED_E6))));
  }

  public List<PnlDay> pnl() {
    return database.read(Recovery::pnl);
  }

  /** What this account was paid for markets that ended, oldest first. */
  public List<AccountSnapshot.Payout> payouts(Mode mode) {
    return database.read(Recovery::payouts).stream()
        .filter(booked -> booked.mode() == mode)
        .map(JournalRecord.PayoutBooked::payout)
        .toList();
  }
}
