package pairdesk.bot.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A long list, one page at a time: {@code ◀ 2/7 ▶}. The page and everything that the list depends
 * on stand in the buttons, so that they work after a restart.
 *
 * @param page from 1
 * @param of at least 1
 */
public record Pages(int page, int of) {
  public Pages {
    if (of < 1 || page < 1 || page > of) {
      throw new IllegalArgumentException("page " + page + " of " + of);
    }
  }

  /** The page nearest to the one wanted. */
  public static Pages of(int wanted, long rows, int rowsOnPage) {
    int pages = Math.toIntExact(Math.max(1, Math.ceilDiv(rows, rowsOnPage)));
    return new Pages(Math.clamp(wanted, 1, pages), pages);
  }

  /** Rows before this page. */
  public int skip(int rowsOnPage) {
    return (page - 1) * rowsOnPage;
  }

  /** What of these rows stands on this page. */
  public <T> List<T> cut(List<T> rows, int rowsOnPage) {
    int from = Math.min(skip(rowsOnPage), rows.size());
    return rows.subList(from, Math.min(from + rowsOnPage, rows.size()));
  }

  /**
   * Buttons to the pages around; none where everything stands on one.
   *
   * @param about what the list depends on; the page is put behind it
   */
  public List<Button> buttons(String action, Object... about) {
    if (of == 1) {
      return List.of();
    }
    return IntStream.rangeClosed(-1, 1).mapToObj(step -> button(step, action, about)).toList();
  }

  private Button button(int step, String action, Object... about) {
    var arguments = new ArrayList<Object>(List.of(about));
    // the middle one leads nowhere, but no two buttons of a message may have one id
    arguments.add(step == 0 ? "at" + page : Integer.toString(page + step));
    String label = step < 0 ? "◀" : step > 0 ? "▶" : page + "/" + of;
    boolean leads = step != 0 && page + step >= 1 && page + step <= of;
    return new Button(
        ButtonId.of(action, arguments.toArray()), label, Button.Style.SECONDARY, leads);
  }

  /**
   * Which page a button leads to.
   *
   * @throws BadInput when it is none of ours
   */
  public static int wanted(ButtonId id) {
    String last = id.arguments().isEmpty() ? "" : id.arguments().getLast();
    if (!last.matches("\\d{1,6}")) {
      throw BadInput.of("button.stale");
    }
    return Integer.parseInt(last);
  }
}
