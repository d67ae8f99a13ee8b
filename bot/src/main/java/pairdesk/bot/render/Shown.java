package pairdesk.bot.render;

import java.util.regex.Pattern;

/** Foreign text made safe to show: titles, outcomes, rules and errors are written by strangers. */
public final class Shown {
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\u2028\u2029]+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** More than two marks on one letter only serve to spill over other lines. */
  private static final Pattern STACKED = Pattern.compile("(\\p{Mn}{2})\\p{Mn}+");

  /** What Discord reads as markup, mention, emoji name or, after a scheme's colon, as a link. */
  private static final Pattern ACTIVE = Pattern.compile("([\\\\*_~`|<>@#:\\[\\]()])");

  private Shown() {}

  /** One line of at most so many characters that mean nothing but themselves in Discord. */
  public static String line(String text, int most) {
    return escaped(plain(text, most));
  }

  /** What is plain already, with every character that Discord would act on made harmless. */
  static String escaped(String plain) {
    return ACTIVE.matcher(plain).replaceAll("\\\\$1");
  }

  /** The same for inside a code block, where only the closing fence would mean something. */
  public static String code(String text, int most) {
    return plain(text, most).replace('`', 'ʼ');
  }

  /**
   * The same for where Discord reads no markup. Without control, direction and zero-width
   * characters; cut with an ellipsis, counted in code points.
   */
  public static String plain(String text, int most) {
    String line = INVISIBLE.matcher(text).replaceAll(" ");
    line = STACKED.matcher(line).replaceAll("$1");
    line = SPACE.matcher(line).replaceAll(" ").strip();
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
  }
}
