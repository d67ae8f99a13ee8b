package pairdesk.bot.render;

import java.util.List;
import pairdesk.bot.text.Texts;

/** Whole lines, as many as fit. */
public final class Lines {
  private static final int RESERVE = 24;

  private Lines() {}

  /**
   * Joined; what does not fit into so many characters is counted in the last line: {@code … and 12
   * more}.
   */
  public static String fit(List<String> lines, int most, Texts texts) {
    String all = String.join("\n", lines);
    if (all.length() <= most) {
      return all;
    }
    var text = new StringBuilder();
    int shown = 0;
    for (String line : lines) {
      if (text.length() + line.length() + 1 > most - RESERVE) {
        break;
      }
      text.append(line).append('\n');
      shown++;
    }
    return text.append(texts.say("list.more", lines.size() - shown)).toString();
  }
}
