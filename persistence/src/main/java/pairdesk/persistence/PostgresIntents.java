package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.CONTROL_STATE;
import static pairdesk.persistence.schema.Tables.ORDER_INTENT;
import static pairdesk.persistence.schema.Tables.PAIR;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.PairId;
import pairdesk.engine.venue.PreparedOrder;

/** Commits intents in one synchronous transaction that decides whether they may leave. */
public final class PostgresIntents implements IntentStore {
  private final Database database;
  private final Supplier<Lease.@Nullable Held> lease;

  /**
   * @param lease the lease as it is now; null when it is not ours
   */
  public PostgresIntents(Database database, Supplier<Lease.@Nullable Held> lease) {
    this.database = database;
    this.lease = lease;
  }

  @Override
  public Outcome commit(
      Mode mode, List<PreparedOrder> orders, List<JournalRecord> grounds, Instant now) {
    Lease.Held held = lease.get();
    if (held == null) {
      return new Outcome.Refused(LeaseFence.NOT_OURS);
    }
    var attempt = new Attempt(mode, orders, grounds, held, now);
    try {
      return database.transactIntents(attempt::run);
    } catch (DatabaseException e) {
      return afterFailure(attempt, e);
    }
  }

  /** The answer to a commit may be lost although it happened: read by key before deciding. */
  private Outcome afterFailure(Attempt attempt, DatabaseException failure) {
    try {
      return database.transactIntents(db -> attempt.isCommitted(db))
          ? new Outcome.Committed()
          : new Outcome.Refused("the intents could not be written: " + failure.getMessage());
    } catch (DatabaseException e) {
      failure.addSuppressed(e);
      throw failure;
    }
  }

  private record Attempt(
      Mode mode,
      List<PreparedOrder> orders,
      List<JournalRecord> grounds,
      Lease.Held held,
      Instant now) {

    Outcome run(DSLContext db) {
      String refusal = refusal(db);
      if (!refusal.isEmpty()) {
        return new Outcome.Refused(refusal);
      }
      grounds.forEach(row -> JournalWriter.write(db, row));
      for (PreparedOrder order : orders) {
        db.insertInto(ORDER_INTENT).set(OrderRows.row(mode, order, held, now)).execute();
      }
      return new Outcome.Committed();
    }

    private String refusal(DSLContext db) {
      String fenced = LeaseFence.refusal(db, held);
      if (!fenced.isEmpty()) {
        return fenced;
      }
      boolean addsRisk = orders.stream().anyMatch(o -> o.intent().origin().purpose().addsRisk());
      return addsRisk ? riskRefusal(db) : "";
    }

    private String riskRefusal(DSLContext db) {
      var control = db.selectFrom(CONTROL_STATE).forShare().fetchSingle();
      if (control.getHalted()) {
        return "halted: " + control.getHaltReason();
      }
      Mode allowed = Mode.valueOf(control.getMode());
      if (mode.compareTo(allowed) > 0) {
        return "mode is " + allowed + ", the order is for " + mode;
      }
      for (PreparedOrder order : orders) {
        PairId pair = order.intent().origin().pair();
        String status = pair == null ? "APPROVED" : status(db, pair);
        if (!"APPROVED".equals(status)) {
          return "pair " + pair + " is " + status;
        }
      }
      return "";
    }

    private static String status(DSLContext db, PairId pair) {
      String status =
          db.select(PAIR.STATUS)
              .from(PAIR)
              .where(PAIR.ID.eq(pair.value()))
              .forShare()
              .fetchOne(PAIR.STATUS);
      return status == null ? "not known" : status;
    }

    /** Rows that this attempt wrote: one that has such an id otherwise is of another order. */
    boolean isCommitted(DSLContext db) {
      var ids = orders.stream().map(o -> o.intent().id().value()).toList();
      int written =
          db.fetchCount(
              ORDER_INTENT,
              ORDER_INTENT.CLIENT_ORDER_ID.in(ids),
              ORDER_INTENT.LEASE_EPOCH.eq(held.epoch()),
              ORDER_INTENT.INTENDED_AT.eq(now));
      return written == ids.size();
    }
  }
}
