package pairdesk.bot.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Foreign text with some of its words in bold. */
public final class Marked {
  private static final String BOLD = "**";

  private Marked() {}

  /**
   * One line of at most so many characters of the text, escaped; each of these passages is in bold
   * where the text has it.
   */
  public static String line(String text, List<String> passages, int most) {
    String plain = Shown.plain(text, most);
    var line = new StringBuilder();
    int at = 0;
    for (Span span : spans(plain, passages)) {
      line.append(Shown.escaped(plain.substring(at, span.from())))
          .append(BOLD)
          .append(Shown.escaped(plain.substring(span.from(), span.to())))
          .append(BOLD);
      at = span.to();
    }
    return line.append(Shown.escaped(plain.substring(at))).toString();
  }

  private record Span(int from, int to) {}

  /** Where they stand, none inside another. */
  private static List<Span> spans(String plain, List<String> passages) {
    String lower = plain.toLowerCase(Locale.ROOT);
    var found = new ArrayList<Span>();
    if (lower.length() != plain.length()) {
      return found; // a letter that has no single small one: positions would not be the same
    }
    for (String passage : passages) {
      String wanted = Shown.plain(passage, plain.length() + 1).toLowerCase(Locale.ROOT);
      int from = wanted.isBlank() ? -1 : lower.indexOf(wanted);
      if (from >= 0) {
        found.add(new Span(from, from + wanted.length()));
      }
    }
    found.sort(Comparator.comparingInt(Span::from));
    var apart = new ArrayList<Span>();
    for (Span span : found) {
      if (apart.isEmpty() || span.from() >= apart.getLast().to()) {
        apart.add(span);
      }
    }
    return apart;
  }
}
