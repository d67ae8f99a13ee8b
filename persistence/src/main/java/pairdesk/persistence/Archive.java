package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.EXECUTION;
import static pairdesk.persistence.schema.Tables.FILL;
import static pairdesk.persistence.schema.Tables.OPERATOR_ACTION;
import static pairdesk.persistence.schema.Tables.OPPORTUNITY;
import static pairdesk.persistence.schema.Tables.ORDER_INTENT;

import java.time.Instant;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.risk.VerdictRecord;

/**
 * Whole tables, oldest row first, for reports of any length: read page by page, so that neither
 * memory nor a transaction is held while a reader is slow. What is written meanwhile may be in it
 * or not.
 */
public final class Archive {
  private final Database database;

  public Archive(Database database) {
    this.database = database;
  }

  /** From this moment on, and before that one. */
  public record Span(Instant from, Instant until) {
    public Span {
      if (until.isBefore(from)) {
        throw new IllegalArgumentException("a span that ends before it begins");
      }
    }

    private Condition of(TableField<?, Instant> column) {
      return column.ge(from).and(column.lt(until));
    }
  }

  /**
   * A fill with what it belongs to.
   *
   * @param origin null for a fill of an order that is not ours
   */
  public record Traded(Fill fill, Mode mode, OrderIntent.@Nullable Origin origin) {}

  /**
   * An opportunity with the last verdict on it.
   *
   * @param verdict null where it was not written: the database did not keep up
   */
  public record Judged(Opportunity.Bundle opportunity, @Nullable VerdictRecord verdict) {}

  /** An action with its place in the chain of hashes. */
  public record Chained(Audit.Entry entry, String hashBefore, String hash) {}

  /** By when they were intended. */
  public void orders(Mode mode, Span span, Consumer<Recovered.StoredOrder> each) {
    var key = DSL.row(ORDER_INTENT.INTENDED_AT, ORDER_INTENT.CLIENT_ORDER_ID);
    Condition which = ORDER_INTENT.MODE.eq(mode.name()).and(span.of(ORDER_INTENT.INTENDED_AT));
    Pages.<Recovered.StoredOrder>each(
        last ->
            database.read(db ->
                db.selectFrom(ORDER_INTENT)
                    .where(which)
                    .and(
                        last == null
                            ? DSL.noCondition()
                            : key.gt(last.ref().sentAt(), last.intent().id().value()))
                    .orderBy(ORDER_INTENT.INTENDED_AT, ORDER_INTENT.CLIENT_ORDER_ID)
                    .limit(Pages.SIZE)
                    .fetch()
                    .map(OrderRows::stored)),
        each);
  }

  /** By when they began. */
  public void executions(Mode mode, Span span, Consumer<ExecutionSnapshot> each) {
    var key = DSL.row(EXECUTION.STARTED_AT, EXECUTION.ID);
    Condition which = EXECUTION.MODE.eq(mode.name()).and(span.of(EXECUTION.STARTED_AT));
    Pages.<ExecutionSnapshot>each(
        last ->
            database.read(db ->
                ExecutionRows.oldest(
                    db,
                    last == null
                        ? which
                        : which.and(key.gt(last.times().started(), last.id().value())),
                    Pages.SIZE)),
        each);
  }

  /** Fills of this mode; those of orders that are not ours are real. */
  public void fills(Mode mode, Span span, Consumer<Traded> each) {
    var key = DSL.row(FILL.AT, FILL.VENUE, FILL.TRADE, FILL.VENUE_ORDER);
    Condition which =
        DSL.coalesce(ORDER_INTENT.MODE, Mode.LIVE.name()).eq(mode.name()).and(span.of(FILL.AT));
    Pages.<Traded>each(
        last ->
            database.read(db ->
                db.select(FILL.fields())
                    .select(ORDER_INTENT.fields())
                    .from(FILL)
                    .leftJoin(ORDER_INTENT)
                    .on(ORDER_INTENT.CLIENT_ORDER_ID.eq(FILL.CLIENT_ORDER_ID))
                    .where(which)
                    .and(
                        last == null
                            ? DSL.noCondition()
                            : key.gt(
                                last.fill().at(),
                                last.fill().key().venue(),
                                last.fill().key().trade(),
                                last.fill().key().venueOrder()))
                    .orderBy(FILL.AT, FILL.VENUE, FILL.TRADE, FILL.VENUE_ORDER)
                    .limit(Pages.SIZE)
                    .fetch()
                    .map(row -> traded(row, mode))),
        each);
  }

  private static Traded traded(Record row, Mode mode) {
    boolean ours = row.get(ORDER_INTENT.EXECUTION_ID) != null;
    return new Traded(
        FillRows.fill(row.into(FILL)),
        mode,
        ours ? OrderRows.origin(row.into(ORDER_INTENT)) : null);
  }

  /** By when they were found. */
  public void opportunities(Span span, Consumer<Judged> each) {
    var key = DSL.row(OPPORTUNITY.FOUND_AT, OPPORTUNITY.ID);
    Condition which = span.of(OPPORTUNITY.FOUND_AT);
    Pages.<Judged>each(
        last ->
            database.read(db ->
                OpportunityRows.oldest(
                    db,
                    last == null
                        ? which
                        : which.and(
                            key.gt(last.opportunity().at(), last.opportunity().id().value())),
                    Pages.SIZE)),
        each);
  }

  /** In the order of the chain. */
  public void audit(Span span, Consumer<Chained> each) {
    Pages.<Chained>each(
        last ->
            database.read(db ->
                db.selectFrom(OPERATOR_ACTION)
                    .where(span.of(OPERATOR_ACTION.AT))
                    .and(
                        last == null ? DSL.noCondition() : OPERATOR_ACTION.ID.gt(last.entry().id()))
                    .orderBy(OPERATOR_ACTION.ID)
                    .limit(Pages.SIZE)
                    .fetch()
                    .map(row -> new Chained(Audit.entry(row), row.getHashBefore(), row.getHash()))),
        each);
  }
}
