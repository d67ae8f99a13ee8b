package pairdesk.bot.report;

import java.util.List;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.portfolio.Position;

/** What is held of one instrument. */
final class PositionRow {
  static final List<Column> COLUMNS =
      Column.of(
          "venue",
          "market",
          "outcome",
          "quantity_shares",
          "provisional_shares",
          "cost_dollars",
          "fees_dollars",
          "realised_dollars");

  private PositionRow() {}

  static List<Cell> of(Position position) {
    Instrument instrument = position.instrument();
    return List.of(
        Cell.of(instrument.venue().code()),
        Cell.of(instrument.market().code()),
        Cell.of(instrument.outcome()),
        Cell.of(position.quantity()),
        Cell.of(position.provisional()),
        Cell.of(position.cost()),
        Cell.of(position.fees()),
        Cell.of(position.realised()));
  }
}
