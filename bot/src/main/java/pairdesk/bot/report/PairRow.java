package pairdesk.bot.report;

import java.util.List;
import pairdesk.engine.market.Pair;
import pairdesk.persistence.Pairs;

/** A pair as people decided on it. */
final class PairRow {
  static final List<Column> COLUMNS =
      Column.of(
          "pair_id",
          "status",
          "relation",
          "score",
          "left_venue",
          "left_market",
          "left_title",
          "right_venue",
          "right_market",
          "right_title",
          "changed_by",
          "changed_at_utc");

  private PairRow() {}

  static List<Cell> of(Pairs.Listed listed) {
    Pair pair = listed.pair();
    return List.of(
        Cell.of(pair.id()),
        Cell.of(pair.status()),
        Cell.of(pair.relation()),
        Cell.of(listed.score()),
        Cell.of(pair.left().venue().code()),
        Cell.of(pair.left().code()),
        Cell.of(listed.leftTitle()),
        Cell.of(pair.right().venue().code()),
        Cell.of(pair.right().code()),
        Cell.of(listed.rightTitle()),
        Cell.of(listed.last().by()),
        Cell.of(listed.last().at()));
  }
}
