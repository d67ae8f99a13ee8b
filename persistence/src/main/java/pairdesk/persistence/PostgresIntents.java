package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.EXECUTION;
import static pairdesk.persistence.schema.Tables.EXECUTION_LEG;
import static pairdesk.persistence.schema.Tables.FILL;
import static pairdesk.persistence.schema.Tables.OPPORTUNITY;
import static pairdesk.persistence.schema.Tables.OPPORTUNITY_LEG;
import static pairdesk.persistence.schema.Tables.ORDER_INTENT;
import static pairdesk.persistence.schema.Tables.VERDICT;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.PairId;
import pairdesk.engine.venue.PreparedOrder;

/**
 * Commits intents in one synchronous statement that decides whether they may leave. The statement
 * is a function of the schema: lease, halt, mode and pairs are looked at under the locks under
 * which the rows are written, and the way to the database is gone once.
 */
public final class PostgresIntents implements IntentStore, AutoCloseable {
  /** Rows of every kind, and none of them: the statement writes nothing, and is planned whole. */
  private static final String NO_ROWS = "[]";

  private static final List<Table<?>> GROUNDS =
      List.of(OPPORTUNITY, OPPORTUNITY_LEG, VERDICT, EXECUTION, EXECUTION_LEG, FILL);

  private final Database database;
  private final Supplier<Lease.@Nullable Held> lease;
  private final StandingConnection standing;

  /**
   * @param lease the lease as it is now; null when it is not ours
   */
  public PostgresIntents(Database database, Supplier<Lease.@Nullable Held> lease) {
    this.database = database;
    this.lease = lease;
    this.standing = database.standing(this::rehearse);
  }

  @Override
  public Outcome commit(
      Mode mode, List<PreparedOrder> orders, List<JournalRecord> grounds, Instant now) {
    Lease.Held held = lease.get();
    if (held == null) {
      return new Outcome.Refused(LeaseFence.NOT_OURS);
    }
    // a moment as the database keeps it, by which the rows can be found again
    Instant at = now.truncatedTo(ChronoUnit.MICROS);
    var attempt = new Attempt(mode, orders, grounds, held, at);
    return standing(attempt).orElseGet(() -> pooled(attempt));
  }

  /** Empty when nothing was written because no connection stood by, or it had died meanwhile. */
  private Optional<Outcome> standing(Attempt attempt) {
    try {
      return standing.tryRun(attempt::run);
    } catch (DatabaseException e) {
      Outcome outcome = afterFailure(attempt, e);
      return e.isConnectionLost() && outcome instanceof Outcome.Refused
          ? Optional.empty()
          : Optional.of(outcome);
    }
  }

  private Outcome pooled(Attempt attempt) {
    try {
      return database.stateIntents(attempt::run);
    } catch (DatabaseException e) {
      return afterFailure(attempt, e);
    }
  }

  /** The answer to a commit may be lost although it happened: read by key before deciding. */
  private Outcome afterFailure(Attempt attempt, DatabaseException failure) {
    try {
      return database.stateIntents(attempt::isCommitted)
          ? new Outcome.Committed()
          : new Outcome.Refused("the intents could not be written: " + failure.getMessage());
    } catch (DatabaseException e) {
      failure.addSuppressed(e);
      throw failure;
    }
  }

  private void rehearse(DSLContext db) {
    Lease.Held held = lease.get();
    if (held != null) {
      Object _ =
          call(db, held, Mode.MONITOR, "{}", NO_ROWS, Collections.nCopies(GROUNDS.size(), NO_ROWS));
    }
  }

  /** Gives its own connection back; what is committed after that takes one of the pool. */
  @Override
  public void close() {
    standing.close();
  }

  /**
   * @param adding pairs, as PostgreSQL reads an array; null where no order adds risk
   * @param grounds rows of each of {@link #GROUNDS}; null for none
   */
  private static @Nullable Object call(
      DSLContext db,
      Lease.Held held,
      Mode mode,
      @Nullable String adding,
      String intents,
      List<? extends @Nullable String> grounds) {
    var values = new ArrayList<@Nullable Object>();
    Collections.addAll(values, held.account(), held.epoch(), mode.name(), adding, intents);
    values.addAll(grounds);
    return db.fetchValue(
        "select commit_intents(?, ?, ?, ?::bigint[], ?::json"
            + ", ?::json".repeat(grounds.size())
            + ")",
        values.toArray());
  }

  private record Attempt(
      Mode mode,
      List<PreparedOrder> orders,
      List<JournalRecord> grounds,
      Lease.Held held,
      Instant now) {

    Outcome run(DSLContext db) {
      var rows = orders.stream().map(order -> OrderRows.row(mode, order, held, now)).toList();
      Grounds under = Grounds.of(grounds);
      Object refusal =
          call(
              db,
              held,
              mode,
              addsRisk() ? pairs() : null,
              RowJson.of(rows),
              GROUNDS.stream().map(under::json).toList());
      return "".equals(refusal)
          ? new Outcome.Committed()
          : new Outcome.Refused(String.valueOf(refusal));
    }

    private boolean addsRisk() {
      return orders.stream().anyMatch(o -> o.intent().origin().purpose().addsRisk());
    }

    /** As PostgreSQL reads an array: {@code {42,43}}. */
    private String pairs() {
      return orders.stream()
          .map(order -> order.intent().origin().pair())
          .filter(Objects::nonNull)
          .distinct()
          .map(PairId::toString)
          .collect(Collectors.joining(",", "{", "}"));
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
