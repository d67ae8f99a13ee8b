package pairdesk.bot.report;

import java.util.List;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.persistence.Archive;

/** A fill with what it belongs to. */
final class FillRow {
  static final List<Column> COLUMNS =
      Column.of(
          "filled_at_utc",
          "mode",
          "venue",
          "trade",
          "venue_order_id",
          "client_order_id",
          "execution_id",
          "pair_id",
          "market",
          "outcome",
          "side",
          "quantity_shares",
          "price_dollars",
          "fee_dollars",
          "liquidity",
          "status");

  private FillRow() {}

  static List<Cell> of(Archive.Traded traded) {
    Fill fill = traded.fill();
    OrderIntent.Origin origin = traded.origin();
    return List.of(
        Cell.of(fill.at()),
        Cell.of(traded.mode()),
        Cell.of(fill.key().venue()),
        Cell.of(fill.key().trade()),
        Cell.of(fill.key().venueOrder()),
        fill.order() == null ? Cell.EMPTY : Cell.of(fill.order().value()),
        origin == null ? Cell.EMPTY : Cell.of(origin.execution().value()),
        origin == null ? Cell.EMPTY : Cell.of(origin.pair()),
        Cell.of(fill.instrument().market().code()),
        Cell.of(fill.instrument().outcome()),
        Cell.of(fill.side()),
        Cell.of(fill.quantity()),
        Cell.of(fill.price()),
        Cell.of(fill.fee()),
        Cell.of(fill.liquidity()),
        Cell.of(fill.status()));
  }
}
