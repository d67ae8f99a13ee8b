package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.FILL;

import java.util.List;
import org.jooq.Condition;
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

  /** Writes a fill, or the new status of one, as far as the schema lets it change. */
  static void write(DSLContext db, Fill fill) {
    db.fetchValue("select write_fills(?::json)", RowJson.of(List.of(row(fill))));
  }

  static FillRecord row(Fill fill) {
    @Nullable ClientOrderId order = fill.order();
    var row = new FillRecord();
    row.setVenue(fill.key().venue());
    row.setTrade(fill.key().trade());
    row.setVenueOrder(fill.key().venueOrder());
    row.setClientOrderId(order == null ? null : order.value());
    row.setMarket(fill.instrument().market().code());
    row.setOutcome(fill.instrument().outcome().name());
    row.setSide(fill.side().name());
    row.setQuantityE6(fill.quantity().e6());
    row.setPriceE4(fill.price().e4());
    row.setFeeE6(fill.fee().e6());
    row.setLiquidity(fill.liquidity().name());
    row.setStatus(fill.status().name());
    row.setAt(fill.at());
    return row;
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
