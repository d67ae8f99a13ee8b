package pairdesk.bot.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pairdesk.bot.position.HeldLeg;
import pairdesk.bot.position.Holding;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.portfolio.Position;

/**
 * What is held of one instrument. The locked profit of a pair stands in the row of its first
 * instrument alone, so that a column's sum is the sum of all.
 *
 * @param mode whose it is: LIVE or PAPER
 */
record PositionRow(Mode mode) {
  static final List<Column> COLUMNS =
      Column.of(
          "pair_id",
          "venue",
          "market",
          "outcome",
          "mode",
          "quantity_shares",
          "provisional_shares",
          "average_dollars",
          "cost_dollars",
          "fees_dollars",
          "realised_dollars",
          "mark_dollars",
          "worth_dollars",
          "matched_shares",
          "unhedged_shares",
          "unhedged_cost_dollars",
          "locked_dollars");

  /** Of a pair. */
  List<Cell> of(Holding holding, HeldLeg leg) {
    boolean first = leg.equals(holding.legs().getFirst());
    return cells(
        Cell.of(holding.id()),
        leg,
        List.of(
            Cell.of(leg.matched()),
            Cell.of(leg.open()),
            Cell.of(leg.openCost()),
            first ? Cell.of(holding.locked()) : Cell.EMPTY));
  }

  /** Of no pair in force. */
  List<Cell> of(HeldLeg alone) {
    return cells(Cell.EMPTY, alone, List.of(Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY));
  }

  /** Of what is not held any more. */
  List<Cell> of(Position past) {
    return row(
        Cell.EMPTY,
        past,
        Cell.EMPTY,
        List.of(Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY));
  }

  private List<Cell> cells(Cell pair, HeldLeg leg, List<Cell> hedge) {
    var now =
        Stream.of(
            leg.mark().map(Cell::of).orElse(Cell.EMPTY),
            leg.worth().map(Cell::of).orElse(Cell.EMPTY));
    return row(
        pair, leg.position(), Cell.of(leg.average()), Stream.concat(now, hedge.stream()).toList());
  }

  private List<Cell> row(Cell pair, Position position, Cell average, List<Cell> rest) {
    Instrument instrument = position.instrument();
    var row = new ArrayList<Cell>();
    row.add(pair);
    row.add(Cell.of(instrument.venue().code()));
    row.add(Cell.of(instrument.market().code()));
    row.add(Cell.of(instrument.outcome()));
    row.add(Cell.of(mode));
    row.add(Cell.of(position.quantity()));
    row.add(Cell.of(position.provisional()));
    row.add(average);
    row.add(Cell.of(position.cost()));
    row.add(Cell.of(position.fees()));
    row.add(Cell.of(position.realised()));
    row.addAll(rest);
    return row;
  }
}
