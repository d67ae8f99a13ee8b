package pairdesk.bot.report;

import java.util.List;
import pairdesk.persistence.Archive;
import pairdesk.persistence.Audit;

/** What somebody did. */
final class AuditRow {
  static final List<Column> COLUMNS =
      Column.of(
          "action_id",
          "done_at_utc",
          "actor_id",
          "actor_name",
          "source",
          "action",
          "detail",
          "hash_before",
          "hash");

  private AuditRow() {}

  static List<Cell> of(Archive.Chained chained) {
    Audit.Entry entry = chained.entry();
    return List.of(
        Cell.of(entry.id()),
        Cell.of(entry.at()),
        Cell.of(entry.actorId()),
        Cell.of(entry.actorName()),
        Cell.of(entry.source()),
        Cell.of(entry.action()),
        Cell.of(entry.detail()),
        Cell.of(chained.hashBefore()),
        Cell.of(chained.hash()));
  }
}
