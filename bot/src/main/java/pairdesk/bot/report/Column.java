package pairdesk.bot.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a report.
 *
 * @param name as files have it, its unit last: {@code fee_dollars}
 * @param title for people, who see the unit in the value: {@code fee}
 */
public record Column(String name, String title) {

  /** Columns of these names; the title is the name without its unit. */
  static List<Column> of(String... names) {
    return Stream.of(names).map(Column::named).toList();
  }

  /** The title is the name without its unit. */
  public static Column named(String name) {
    String words = name.replaceFirst("_(dollars|shares|bps|utc)$", "").replace('_', ' ');
    return new Column(name, words);
  }
}
