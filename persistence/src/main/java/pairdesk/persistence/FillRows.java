package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.FILL;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.persistence.schema.tables.records.FillRecord;

/** The table of fills. */
final class FillRows {
  private FillRows() {}

  /**
   * Writes a fill, or the new status of one. A fill never becomes less certain, but either kind may
   * be taken back for good; the order that it belongs to may become known later.
   */
  static void write(DSLContext db, Fill fill) {
    @Nullable ClientOrderId order = fill.order();
    @Nullable String client = order == null ? null : order.value();
    db.insertInto(FILL)
        .set(FILL.VENUE, fill.key().venue())
        .set(FILL.TRADE, fill.key().trade())
        .set(FILL.VENUE_ORDER, fill.key().venueOrder())
        .set(FILL.CLIENT_ORDER_ID, client)
        .set(FILL.MARKET, fill.instrument().market().code())
        .set(FILL.OUTCOME, fill.instrument().outcome().name())
        .set(FILL.SIDE, fill.side().name())
        .set(FILL.QUANTITY_E6, fill.quantity().e6())
        .set(FILL.PRICE_E4, fill.price().e4())
        .set(FILL.FEE_E6, fill.fee().e6())
        .set(FILL.LIQUIDITY, fill.liquidity().name())
        .set(FILL.STATUS, fill.status().name())
        .set(FILL.AT, fill.at())
        .onConflict(FILL.VENUE, FILL.TRADE, FILL.VENUE_ORDER)
        .doUpdate()
        .set(
            FILL.STATUS,
            DSL.when(isNewer(fill.status()), fill.status().name()).otherwise(FILL.STATUS))
        .set(FILL.CLIENT_ORDER_ID, DSL.coalesce(FILL.CLIENT_ORDER_ID, client))
        .execute();
  }

  private static Condition isNewer(FillStatus status) {
    return switch (status) {
      case PROVISIONAL -> DSL.falseCondition();
      case FINAL -> FILL.STATUS.eq(FillStatus.PROVISIONAL.name());
      case VOIDED -> DSL.trueCondition();
    };
  }

  /** Fills of this kind, oldest first. */
  static List<Fill> list(DSLContext db, Condition which) {
    return db.selectFrom(FILL)
        .where(which)
        .orderBy(FILL.AT, FILL.VENUE, FILL.TRADE, FILL.VENUE_ORDER)
        .fetch()
        .map(FillRows::fill);
  }

  static Fill fill(FillRecord row) {
    String order = row.getClientOrderId();
    return new Fill(
        new Fill.Key(row.getVenue(), row.getTrade(), row.getVenueOrder()),
        order == null ? null : new ClientOrderId(order),
        Rows.instrument(row.getVenue(), row.getMarket(), row.getOutcome()),
        Side.valueOf(row.getSide()),
        Rows.quantity(row, FILL.QUANTITY_E6),
        Rows.price(row, FILL.PRICE_E4),
        Rows.usd(row, FILL.FEE_E6),
        Fill.Liquidity.valueOf(row.getLiquidity()),
        FillStatus.valueOf(row.getStatus()),
        row.getAt());
  }
}
