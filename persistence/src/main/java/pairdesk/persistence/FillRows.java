package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.FILL;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.persistence.schema.tables.records.FillRecord;

/** The table of fills. */
final class FillRows {
  private FillRows() {}

  /** Writes a fill, or the new status of one; a fill never becomes less certain. */
  static void write(DSLContext db, Fill fill) {
    @Nullable ClientOrderId order = fill.order();
    db.insertInto(FILL)
        .set(FILL.VENUE, fill.key().venue())
        .set(FILL.TRADE, fill.key().trade())
        .set(FILL.VENUE_ORDER, fill.key().venueOrder())
        .set(FILL.CLIENT_ORDER_ID, order == null ? null : order.value())
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
        .set(FILL.STATUS, fill.status().name())
        .where(FILL.STATUS.eq(FillStatus.PROVISIONAL.name()))
        .execute();
  }

  static List<Fill> all(DSLContext db) {
    return db.selectFrom(FILL)
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
