package pairdesk.bot.report;

import java.util.List;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.order.OrderIntent;

/** An order with how it stands. */
final class OrderRow {
  static final List<Column> COLUMNS =
      Column.of(
          "intended_at_utc",
          "client_order_id",
          "mode",
          "execution_id",
          "leg",
          "purpose",
          "attempt",
          "pair_id",
          "venue",
          "market",
          "outcome",
          "side",
          "quantity_shares",
          "limit_dollars",
          "time_in_force",
          "post_only",
          "state",
          "filled_shares",
          "venue_order_id",
          "state_at_utc");

  private OrderRow() {}

  static List<Cell> of(Recovered.StoredOrder order) {
    OrderIntent intent = order.intent();
    Instrument instrument = intent.instrument();
    return List.of(
        Cell.of(order.ref().sentAt()),
        Cell.of(intent.id().value()),
        Cell.of(order.mode()),
        Cell.of(intent.origin().execution().value()),
        Cell.of(intent.origin().leg()),
        Cell.of(intent.origin().purpose()),
        Cell.of(intent.origin().attempt()),
        Cell.of(intent.origin().pair()),
        Cell.of(instrument.venue().code()),
        Cell.of(instrument.market().code()),
        Cell.of(instrument.outcome()),
        Cell.of(intent.terms().side()),
        Cell.of(intent.terms().quantity()),
        Cell.of(intent.terms().limit()),
        Cell.of(intent.terms().timeInForce()),
        Cell.of(Boolean.toString(intent.terms().postOnly())),
        Cell.of(order.state()),
        Cell.of(order.filled()),
        Cell.of(order.ref().venueOrderId()),
        Cell.of(order.at()));
  }
}
