package pairdesk.bot.render;

import java.util.regex.Pattern;

/** Foreign text made safe to show: titles, outcomes, rules and errors are written by strangers. */
public final class Shown {
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\u2028\u2029]+");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern ACTIVE = Pattern.compile("([\\\\*_~`|<>@#\\[\\]()])");

  private Shown() {}

  /** One line of at most so many characters that mean nothing but themselves in Discord. */
  public static String line(String text, int most) {
    return ACTIVE.matcher(plain(text, most)).replaceAll("\\\\$1");
  }

  /** The same for inside a code block, where only the closing fence would mean something. */
  public static String code(String text, int most) {
    return plain(text, most).replace('`', 'ʼ');
  }

  /** Without control, direction and zero-width characters, cut with an ellipsis. */
  static String plain(String text, int most) {
    String line = SPACE.matcher(INVISIBLE.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
    if (line.length() <= most) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
    return line.substring(0, end) + "…";
  }
}
