package pairdesk.persistence;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A long table in pages, each read on its own behind the last row of the one before. */
final class Pages {
  /** Rows of a full page; a shorter one is the last. */
  static final int SIZE = 500;

  private Pages() {}

  /**
   * @param page the rows behind this one in a fixed order, the first ones for null
   */
  static <R> void each(Function<@Nullable R, ? extends List<R>> page, Consumer<R> each) {
    @Nullable R last = null;
    List<R> rows;
    do {
      rows = page.apply(last);
      rows.forEach(each);
      last = rows.isEmpty() ? last : rows.getLast();
    } while (rows.size() == SIZE);
  }
}
